package dev.groundplan.controllers;

import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.eks.PolicyStatement;
import dev.groundplan.facts.ChartFacts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What controllers may do in AWS is what their version asks for (X11), and no write reaches another cluster (T14). */
final class RightsTest {

    private static final List<String> ALL_FEATURES = Arrays.stream(LoadBalancerFeature.values())
            .map(LoadBalancerFeature::key)
            .toList();

    @ParameterizedTest
    @CsvSource({"aws-load-balancer-controller,3.5.0", "external-dns,1.21.1"})
    void rights_are_those_of_the_version_that_the_chart_installs(String chart, String version) {
        var facts = ChartFacts.known(chart, version).orElseThrow();

        assertThat(Rights.of(chart, facts.appVersion())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.34", "1.35", "1.36"})
    void every_autoscaler_has_its_rights(String minor) {
        assertThat(Rights.of("cluster-autoscaler", minor)
                        .with("cluster", "shop")
                        .statements())
                .hasSize(2);
    }

    @Test
    void the_load_balancer_controller_may_do_all_that_its_version_newly_asks_for() {
        assertThat(Arrays.stream(loadBalancers()).flatMap(statement -> statement.actions().stream()))
                .contains(
                        "ec2:DescribeIpamPools",
                        "ec2:DescribeRouteTables",
                        "ec2:GetSecurityGroupsForVpc",
                        "elasticloadbalancing:DescribeCapacityReservation",
                        "elasticloadbalancing:DescribeListenerAttributes",
                        "elasticloadbalancing:DescribeTrustStores",
                        "elasticloadbalancing:ModifyCapacityReservation",
                        "elasticloadbalancing:ModifyIpPools",
                        "elasticloadbalancing:ModifyListenerAttributes",
                        "elasticloadbalancing:SetRulePriorities");
        assertThat(loadBalancers())
                .anySatisfy(statement -> assertThat(statement.conditions())
                        .extracting(PolicyStatement.Condition::variable)
                        .contains("elasticloadbalancing:CreateAction"));
    }

    @Test
    void writes_that_can_be_bound_to_a_tag_are_bound_to_the_one_of_this_cluster() {
        var autoscaler = Rights.of("cluster-autoscaler", "1.36")
                .with("cluster", "shop-staging")
                .statements();
        var bindable = Stream.concat(Arrays.stream(loadBalancers()), Arrays.stream(autoscaler))
                .filter(RightsTest::canBeBound);

        assertThat(bindable)
                .hasSize(5)
                .allSatisfy(statement -> assertThat(statement.conditions())
                        .anySatisfy(condition -> assertThat(condition.variable() + "=" + condition.values())
                                .contains("Tag/")
                                .contains("shop-staging")));
    }

    @Test
    void a_role_has_room_for_all_that_the_load_balancer_controller_may_be_allowed() {
        int characters = Arrays.stream(loadBalancers())
                .mapToInt(statement -> statement.toString().length())
                .sum();

        assertThat(characters).isLessThan(10_240);
    }

    @Test
    void resources_that_are_left_open_are_filled_in() {
        var change = Rights.of("external-dns", "0.21.0")
                .on("zones", List.of(text("arn:zone-1"), text("arn:zone-2")))
                .statements()[0];

        assertThat(change.resources()).hasToString("[\"arn:zone-1\", \"arn:zone-2\"]");
    }

    private static boolean canBeBound(PolicyStatement statement) {
        return statement.actions().stream()
                .anyMatch(
                        action -> action.matches(
                                ".*:(SetDesiredCapacity|(Create|Delete)(LoadBalancer|TargetGroup)|AuthorizeSecurityGroupIngress)"));
    }

    private static PolicyStatement[] loadBalancers() {
        return Rights.of("aws-load-balancer-controller", "3.5.0")
                .withFeatures(ALL_FEATURES)
                .with("cluster", "shop-staging")
                .with("partition", "aws")
                .statements();
    }
}
