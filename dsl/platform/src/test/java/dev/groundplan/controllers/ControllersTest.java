package dev.groundplan.controllers;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.controllers.ClusterAutoscaler.clusterAutoscaler;
import static dev.groundplan.controllers.ExternalDns.externalDns;
import static dev.groundplan.controllers.ExternalSecrets.externalSecrets;
import static dev.groundplan.controllers.LoadBalancerController.loadBalancerController;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.controllers.Overprovisioning.overprovisioning;
import static dev.groundplan.controllers.Reloader.reloader;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundplan.Rendered;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Connection;
import dev.groundplan.facts.Offer;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.network.Vpc;
import dev.groundplan.values.Name;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class ControllersTest {

    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("faceit", kubernetes("1.36"), NETWORK.privateSubnets());
    private static final HostedZone ZONE = hostedZone("faceit", host("staging.faceit.example.com"));

    @Test
    void load_balancers_are_made_by_a_controller_that_reaches_its_own_cluster_alone() {
        var controller = loadBalancerController(CLUSTER);

        assertText(objects(controller), "load-balancer-controller.yaml");
    }

    @Test
    void the_rights_of_the_load_balancer_controller_name_its_cluster() {
        assertText(Rendered.on(STAGING, loadBalancerController(CLUSTER)).text(), "load-balancer-controller.tf.json");
    }

    @Test
    void the_class_of_ingresses_and_the_vpc_are_said_by_the_load_balancer_controller() {
        var controller = loadBalancerController(CLUSTER);
        var elements = controller.expand(STAGING);
        var place = Layer.CONTROLLERS.directory(new Name("aws-load-balancer-controller"));

        assertThat(controller.ingressClass()).isEqualTo("alb");
        assertThat(elements.facts(Offer.class))
                .containsExactly(
                        new Offer(place, Capability.definitions("elbv2.k8s.aws")),
                        new Offer(place, Capability.definitions("gateway.k8s.aws")),
                        new Offer(place, Capability.ingressClass("alb")));
        assertThat(elements.facts(ClusterVariable.class))
                .extracting(ClusterVariable::key, variable -> variable.value().toString())
                .containsExactly(tuple("faceit_vpc_id", "aws_vpc.faceit.id"));
    }

    @Test
    void features_of_the_load_balancer_controller_take_rights_and_are_off_without_them() {
        var plain = loadBalancerController(CLUSTER);
        var guarded = plain.withFeatures(LoadBalancerFeature.WAF).withFeatures(LoadBalancerFeature.SHIELD);

        assertThat(Rendered.on(STAGING, plain).text())
                .doesNotContain("wafv2:", "waf-regional:", "shield:", "cognito-idp:");
        assertThat(Rendered.on(STAGING, guarded).text())
                .contains("\"wafv2:AssociateWebACL\"", "\"shield:CreateProtection\"")
                .doesNotContain("waf-regional:", "cognito-idp:");
        assertThat(objects(guarded)).contains("enableShield: true", "enableWaf: false", "enableWafv2: true");
    }

    @Test
    void records_are_kept_by_a_controller_that_forgets_none() {
        var dns = externalDns(CLUSTER, ZONE);

        assertText(objects(dns), "external-dns.yaml");
        assertThat(dns.expand(STAGING).facts(Connection.class))
                .containsExactly(new Connection(dns.id(), ZONE.id(), "records"));
    }

    @Test
    void records_are_changed_in_one_zone_and_by_one_account() {
        assertText(Rendered.on(STAGING, externalDns(CLUSTER, ZONE)).text(), "external-dns.tf.json");
    }

    @Test
    void records_of_more_zones_are_deleted_when_asked_for() {
        var other = hostedZone("shop", host("shop.example.com"));
        var dns = externalDns(CLUSTER, ZONE).withZone(other).deletingRecords();

        assertThat(objects(dns)).contains("policy: sync", "    - staging.faceit.example.com\n    - shop.example.com\n");
        assertThat(Rendered.on(STAGING, dns).text())
                .contains("${aws_route53_zone.hosted_zone_faceit.arn}", "${aws_route53_zone.hosted_zone_shop.arn}");
        refused(() -> dns.withZone(other), "external-dns has the hosted-zone `shop` already: leave one out.");
    }

    @Test
    void secrets_are_brought_by_an_operator_without_rights() {
        var operator = externalSecrets(CLUSTER);

        assertText(objects(operator), "external-secrets.yaml");
        assertThat(Rendered.on(STAGING, operator).addresses()).isEmpty();
        assertThat(operator.expand(STAGING).facts(Offer.class))
                .extracting(Offer::capability)
                .containsExactly(
                        Capability.definitions("external-secrets.io"),
                        Capability.definitions("generators.external-secrets.io"));
    }

    @Test
    void nodes_are_added_by_an_autoscaler_of_the_clusters_version() {
        assertText(objects(clusterAutoscaler(CLUSTER)), "cluster-autoscaler.yaml");
    }

    @Test
    void nodes_are_added_to_groups_of_the_own_cluster_alone() {
        assertText(Rendered.on(STAGING, clusterAutoscaler(CLUSTER)).text(), "cluster-autoscaler.tf.json");
    }

    @Test
    void an_autoscaler_that_nobody_knows_is_refused() {
        var newer = eksCluster("faceit", kubernetes("1.37"), NETWORK.privateSubnets());

        refused(
                () -> clusterAutoscaler(newer),
                "No cluster autoscaler for Kubernetes 1.37 is known here: choose 1.34 or 1.35 or 1.36 for the cluster, as in kubernetes(\"1.36\").");
    }

    @Test
    void metrics_are_served_to_whoever_scales() {
        var server = metricsServer(CLUSTER);

        assertText(objects(server), "metrics-server.yaml");
        assertThat(server.expand(STAGING).facts(Offer.class))
                .extracting(Offer::capability)
                .containsExactly(Capability.api("metrics.k8s.io"));
    }

    @Test
    void pods_are_restarted_by_a_controller_that_reads_secrets_alone() {
        var reloader = reloader(CLUSTER);

        assertText(objects(reloader), "reloader.yaml");
        assertThat(Rendered.on(STAGING, reloader).addresses()).isEmpty();
        assertThat(reloader.expand(STAGING).facts(Offer.class))
                .containsExactly(new Offer(
                        Layer.CONTROLLERS.directory(new Name("reloader")), Capability.controller("reloader")));
    }

    @Test
    void room_is_kept_by_pods_that_give_way() {
        var room = overprovisioning(CLUSTER, 3)
                .forPodsOf(millicores(250), mebibytes(256))
                .withImage(image("registry.k8s.io/pause:3.10"));

        assertText(objects(room), "overprovisioning.yaml");
        refused(
                () -> overprovisioning(CLUSTER, 0),
                "0 is no number of pods to keep room for: it must lie between 1 and 100, as in overprovisioning(cluster, 2).");
    }

    @Test
    void the_last_word_on_every_value_is_the_users() {
        var one = chartValues().with("replicaCount", 1).with("replicas", 1);

        assertThat(objects(loadBalancerController(CLUSTER).withValues(one))).contains("replicaCount: 1");
        assertThat(objects(externalDns(CLUSTER, ZONE).withValues(one))).contains("replicaCount: 1");
        assertThat(objects(externalSecrets(CLUSTER).withValues(one))).contains("    replicaCount: 1");
        assertThat(objects(clusterAutoscaler(CLUSTER).withValues(one))).contains("replicaCount: 1");
        assertThat(objects(metricsServer(CLUSTER).withValues(one))).contains("replicas: 1");
        assertThat(objects(reloader(CLUSTER).withValues(chartValues().with("reloader.deployment.replicas", 3))))
                .contains("replicas: 3");
    }

    private static String objects(Part part) {
        return part.expand(STAGING).kubernetes().stream()
                .map(in -> "# " + in.placement() + "\n" + ManifestText.of(in.object()))
                .collect(Collectors.joining("---\n"));
    }

    private static void refused(ThrowingCallable description, String message) {
        assertThatIllegalArgumentException().isThrownBy(description).withMessage(message);
    }
}
