package dev.groundplan.monitoring;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.monitoring.AlertRouting.everythingTo;
import static dev.groundplan.monitoring.AlertRouting.only;
import static dev.groundplan.monitoring.PrometheusStack.prometheusStack;
import static dev.groundplan.monitoring.Receiver.pagerDuty;
import static dev.groundplan.monitoring.Receiver.slack;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundplan.Rendered;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.AlertRoute;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Need;
import dev.groundplan.facts.Offer;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.network.Vpc;
import dev.groundplan.secrets.ParameterStore;
import dev.groundplan.values.Name;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrometheusStackTest {

    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("faceit", kubernetes("1.36"), NETWORK.privateSubnets());
    private static final ParameterStore PARAMETERS = parameterStore("faceit", "/faceit")
            .withSecret("grafana-admin")
            .withSecret("slack-url")
            .withSecret("pagerduty-key");
    private static final Receiver PLATFORM = slack("platform", PARAMETERS.secret("slack-url"), "#platform");
    private static final Receiver ON_CALL = pagerDuty("on-call", PARAMETERS.secret("pagerduty-key"));

    @Test
    void stack_is_a_release_with_its_secrets_and_rules() {
        assertText(manifests(stack(), STAGING), "prometheus-stack.yaml");
    }

    @Test
    void stack_reads_its_parameters_and_no_others() {
        assertText(Rendered.on(STAGING, stack()).text(), "prometheus-stack.tf.json");
    }

    @Test
    void production_has_two_of_each_and_keeps_one_of_them_running() {
        assertThat(manifests(stack(), PRODUCTION))
                .contains("      podDisruptionBudget:\n        enabled: true\n", "        replicas: 2\n")
                .doesNotContain("        replicas: 1\n");
    }

    @Test
    void options_change_what_is_kept() {
        var stack = stack().withStorage(gibibytes(200))
                .withRetention(days(30))
                .withReplicas(3)
                .withValues(chartValues().with("prometheus.prometheusSpec.scrapeInterval", "15s"));

        assertThat(manifests(stack, STAGING))
                .contains(
                        "        retention: \"30d\"\n",
                        "        retentionSize: 160GB\n",
                        "        scrapeInterval: 15s\n",
                        "                  storage: 200Gi\n",
                        "        replicas: 3\n");
        assertThat(manifests(stack(), STAGING))
                .contains("        retention: \"15d\"\n", "        retentionSize: 40GB\n");
    }

    @Test
    void stack_says_what_it_brings_what_it_needs_and_who_is_told() {
        var release = Layer.CONTROLLERS.directory(new Name("kube-prometheus-stack"));
        var elements = stack().expand(STAGING);

        assertThat(elements.facts(Offer.class))
                .contains(new Offer(release, Capability.definitions("monitoring.coreos.com")));
        assertThat(elements.facts(Need.class)).containsExactly(new Need(release, Capability.storageClass("gp3")));
        assertThat(elements.facts(AlertRoute.class))
                .containsExactly(AlertRoute.of("critical", "on-call"), AlertRoute.ofAllOthers("platform"));
        assertThat(prometheusStack(CLUSTER, PARAMETERS.secret("grafana-admin"), only(Severity.CRITICAL, ON_CALL))
                        .expand(STAGING)
                        .facts(AlertRoute.class))
                .containsExactly(AlertRoute.of("critical", "on-call"));
    }

    @Test
    void stack_refers_to_the_cluster_and_to_what_keeps_its_secrets() {
        assertThat(stack().references())
                .extracting(PartReference::to, PartReference::as)
                .containsExactly(
                        tuple(CLUSTER, "cluster"),
                        tuple(PARAMETERS, "Grafana's password"),
                        tuple(PARAMETERS, "receiver `on-call`"),
                        tuple(PARAMETERS, "receiver `platform`"));
        assertThat(stack().references())
                .allSatisfy(reference -> assertThat(reference.line().file()).isEqualTo("PrometheusStackTest.java"));
    }

    @Test
    void sizes_that_can_not_be_are_refused() {
        assertThatThrownBy(() -> stack().withStorage(gibibytes(4)))
                .hasMessage(
                        "Prometheus can't keep its metrics on 4 GiB that grow to 4: write one size of at least 5 GiB, as in withStorage(gibibytes(50)).");
        assertThatThrownBy(() -> stack().withStorage(gibibytes(50).growingTo(gibibytes(60))))
                .hasMessage(
                        "Prometheus can't keep its metrics on 50 GiB that grow to 60: write one size of at least 5 GiB, as in withStorage(gibibytes(50)).");
        assertThatThrownBy(() -> stack().withRetention(days(0)))
                .hasMessage(
                        "Prometheus can't keep metrics for 0 days: write at least one, as in withRetention(days(15)).");
        assertThatThrownBy(() -> stack().withReplicas(0))
                .hasMessage("0 is no number of Prometheus: it must lie between 1 and 5, as in withReplicas(2).");
    }

    private static PrometheusStack stack() {
        return prometheusStack(
                CLUSTER,
                PARAMETERS.secret("grafana-admin"),
                everythingTo(PLATFORM).withSeverity(Severity.CRITICAL, ON_CALL));
    }

    private static String manifests(PrometheusStack stack, Site site) {
        return stack.expand(site).kubernetes().stream()
                .map(InPlace::object)
                .map(ManifestText::of)
                .collect(Collectors.joining("---\n"));
    }
}
