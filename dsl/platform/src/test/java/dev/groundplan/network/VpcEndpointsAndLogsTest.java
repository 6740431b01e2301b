package dev.groundplan.network;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.network.Endpoint.endpoint;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.Rendered;
import dev.groundplan.terraform.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VpcEndpointsAndLogsTest {

    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));

    @Test
    void endpoints_stand_in_private_tables_or_in_private_subnets_behind_a_group() {
        var text = Rendered.on(STAGING, NETWORK.withEndpoints(endpoint("s3"), endpoint("ecr.api")))
                .only(
                        "aws_vpc_endpoint",
                        "aws_vpc_endpoint_service",
                        "aws_security_group",
                        "aws_vpc_security_group_ingress_rule")
                .text();

        assertText(text, "vpc-endpoints.tf.json");
    }

    @Test
    void gateways_alone_need_no_group() {
        assertThat(Rendered.on(STAGING, NETWORK.withEndpoints(endpoint("s3"), endpoint("dynamodb")))
                        .only("aws_vpc_endpoint", "aws_security_group")
                        .addresses())
                .containsExactly("aws_vpc_endpoint.faceit_s3", "aws_vpc_endpoint.faceit_dynamodb");
    }

    @Test
    void nodes_wait_for_the_endpoints_that_they_talk_to() {
        var closed = NETWORK.withNatGateways(NatGateways.NONE).withEndpoints(Endpoint.ofNodes());

        assertThat(addresses(closed.privateSubnets()))
                .containsExactly(
                        "aws_vpc_endpoint.faceit_s3",
                        "aws_vpc_endpoint.faceit_ec2",
                        "aws_vpc_endpoint.faceit_ecr_api",
                        "aws_vpc_endpoint.faceit_ecr_dkr",
                        "aws_vpc_endpoint.faceit_eks",
                        "aws_vpc_endpoint.faceit_eks_auth",
                        "aws_vpc_endpoint.faceit_sts");
        assertThat(addresses(NETWORK.withEndpoints(endpoint("s3")).privateSubnets()))
                .contains("aws_route.faceit_private_a", "aws_vpc_endpoint.faceit_s3");
        assertThat(addresses(NETWORK.withEndpoints(endpoint("s3")).publicSubnets()))
                .doesNotContain("aws_vpc_endpoint.faceit_s3");
    }

    @Test
    void endpoint_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.withEndpoints(endpoint("s3")).withEndpoints(endpoint("s3")))
                .withMessage("The network `faceit` has the endpoint `s3` already: name each once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ECR", "com.amazonaws.eu-west-2.s3", "ecr api", "ecr."})
    void other_texts_are_no_service(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint(text))
                .withMessage(
                        "`%s` is no service with an endpoint: write what stands after the region in its name, as in"
                                + " endpoint(\"ecr.api\").",
                        text);
    }

    @Test
    void flow_logs_are_encrypted_and_written_by_a_role_of_their_own() {
        var text = Rendered.on(STAGING, NETWORK.withFlowLogs(days(30)))
                .only(
                        "aws_flow_log",
                        "aws_cloudwatch_log_group",
                        "aws_iam_role",
                        "aws_iam_role_policy",
                        "aws_iam_policy_document",
                        "aws_kms_key",
                        "aws_kms_alias")
                .text();

        assertText(text, "vpc-flow-logs.tf.json");
    }

    @Test
    void flow_logs_are_kept_as_long_as_cloudwatch_offers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.withFlowLogs(days(31)))
                .withMessage(
                        "CloudWatch can't keep logs for 31 days: choose one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180,"
                                + " 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, as in .withFlowLogs(days(30)).");
    }

    @Test
    void network_with_both_holds_together() {
        var network = NETWORK.withEndpoints(Endpoint.ofNodes()).withFlowLogs(days(30));

        assertThat(Rendered.on(STAGING, network).problems()).isEmpty();
    }

    private static Iterable<String> addresses(Subnets subnets) {
        return subnets.routes().stream()
                .map(Declaration::element)
                .map(element -> element.address().toString())
                .toList();
    }
}
