package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.monitoring.AlertRouting.everythingTo;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.monitoring.PrometheusStack.prometheusStack;
import static dev.groundplan.monitoring.Receiver.webhook;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.AlertRoute;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecretBuilder;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.DataBuilder;
import dev.groundplan.monitoring.WatchedService;
import dev.groundplan.network.Vpc;
import dev.groundplan.values.Name;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each check of monitoring with a platform that breaks it and one that only just passes. */
class MonitoringChecksTest {

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 4)));
    private static final String CHARTS = "oci://ghcr.io/prometheus-community/charts";
    private static final ChartValues HIDDEN = chartValues()
            .with("kubeEtcd.enabled", false)
            .with("kubeScheduler.enabled", false)
            .with("kubeControllerManager.enabled", false)
            .with("defaultRules.rules.etcd", false)
            .with("defaultRules.rules.kubeSchedulerAlerting", false)
            .with("defaultRules.rules.kubeControllerManager", false);

    @Test
    void alert_of_a_severity_that_no_route_takes_is_refused() {
        var rules = objects("rules", rule("QueueFull", "page"));

        assertThat(Found.by("K36", rules, routes(AlertRoute.of("critical", "on-call"))))
                .isEqualTo("""
                error[K36] The PrometheusRule `shop/queue` raises the alert `QueueFull` of severity `page`, and no route takes that to a receiver.
                    at: platform `shop` > objects `rules`   (MonitoringChecksTest.java:@)
                    in: staging
                  mend: tell somebody: everythingTo(receiver), or .withSeverity(…, receiver) for one of them; where Alertmanager is configured by hand, say its routes with elements.with(AlertRoute.ofAllOthers("on-call"))
                   see: docs/checks/K36.md
                """.replace("@", line(rules)));
        assertThat(Found.by("K36", rules)).contains("`QueueFull` of severity `page`");
        assertThat(Found.by("K36", rules, routes(AlertRoute.of("page", "on-call"))))
                .isEmpty();
        assertThat(Found.by("K36", rules, routes(AlertRoute.ofAllOthers("team"))))
                .isEmpty();
    }

    @Test
    void alert_without_a_severity_needs_a_route_of_all_others() {
        var rules = objects("rules", rule("QueueFull", ""));

        assertThat(Found.by("K36", rules, routes(AlertRoute.of("critical", "on-call"))))
                .contains("raises the alert `QueueFull` without a severity, and no route takes that");
        assertThat(Found.by("K36", rules, routes(AlertRoute.ofAllOthers("team"))))
                .isEmpty();
    }

    @Test
    void config_map_of_more_than_a_mebibyte_is_refused() {
        var part = objects("pages", map(1024 * 1024 + 1, 1));

        assertThat(Found.by("K42", part)).isEqualTo("""
                error[K42] The ConfigMap `shop/page` has 1048577 bytes of data, and the API server takes 1048576.
                    at: platform `shop` > objects `pages`   (MonitoringChecksTest.java:@)
                    in: staging
                  mend: split it into several objects, or keep the text in an image or a bucket
                   see: docs/checks/K42.md
                """.replace("@", line(part)));
        assertThat(Found.by("K42", objects("pages", map(1024 * 1024, 1)))).isEmpty();
    }

    @Test
    void data_of_secrets_counts_decoded() {
        var most = "QUFB".repeat(1024 * 1024 / 3) + "QQ==";

        assertThat(Found.by("K42", objects("secrets", secret(most)))).isEmpty();
        assertThat(Found.by("K42", objects("secrets", secret("QUFB" + most))))
                .startsWith("error[K42] The Secret `shop/bundle` has 1048579 bytes of data");
    }

    @Test
    void annotations_of_more_than_a_quarter_of_that_are_refused() {
        assertThat(Found.by("K42", objects("pages", map(1, 256 * 1024))))
                .startsWith(
                        "error[K42] The ConfigMap `shop/page` has 262145 bytes of annotations, and the API server takes 262144.");
        assertThat(Found.by("K42", objects("pages", map(1, 256 * 1024 - 1)))).isEmpty();
    }

    @Test
    void rule_that_prometheus_passes_over_is_refused() {
        var rules = objects("rules", rule("QueueFull", "page"));
        var passing = release(chartValues());

        assertThat(Found.by("K33", NETWORK, CLUSTER, passing, rules)).isEqualTo("""
                error[K33] The PrometheusRule `shop/queue` is passed over by Prometheus: `ruleSelector` of the HelmRelease `monitoring/prometheus` does not select its labels.
                    at: platform `shop` > objects `rules`   (MonitoringChecksTest.java:@)
                    in: staging
                  mend: let Prometheus take all of them, with("prometheus.prometheusSpec.ruleSelectorNilUsesHelmValues", false), or give it the label `release: prometheus`
                   see: docs/checks/K33.md
                """.replace("@", line(rules)));
        assertThat(Found.by("K33", NETWORK, CLUSTER, release(values("ruleSelectorNilUsesHelmValues", false)), rules))
                .isEmpty();
        assertThat(Found.by("K33", NETWORK, CLUSTER, passing, objects("rules", labelled("release", "prometheus"))))
                .isEmpty();
        assertThat(Found.by("K33", NETWORK, CLUSTER, rules)).isEmpty();
    }

    @Test
    void selector_of_labels_counts_before_that_of_the_release() {
        var selecting = release(chartValues().with("prometheus.prometheusSpec.ruleSelector.matchLabels.team", "shop"));

        assertThat(Found.by("K33", NETWORK, CLUSTER, selecting, objects("rules", labelled("team", "shop"))))
                .isEmpty();
        assertThat(Found.by("K33", NETWORK, CLUSTER, selecting, objects("rules", labelled("release", "prometheus"))))
                .contains("`ruleSelector` of the HelmRelease `monitoring/prometheus`");
    }

    @Test
    void monitor_of_no_service_is_refused() {
        var part = objects("monitor", monitor("http"), service("other", "http"));

        assertThat(Found.by("K34", part)).isEqualTo("""
                error[K34] The ServiceMonitor `shop/orders` selects no Service: none has the labels {app=orders}.
                    at: platform `shop` > objects `monitor`   (MonitoringChecksTest.java:@)
                    in: staging
                  mend: select the labels of the Service itself, not those of its pods, in its namespace
                   see: docs/checks/K34.md
                """.replace("@", line(part)));
        assertThat(Found.by("K34", objects("monitor", monitor("http"), service("orders", "http"))))
                .isEmpty();
    }

    @Test
    void monitor_of_a_port_that_the_service_does_not_have_is_refused() {
        assertThat(Found.by("K34", objects("monitor", monitor("htp"), service("orders", "http"))))
                .contains(
                        "The ServiceMonitor `shop/orders` reads the port `htp`, and the Services that it selects have `http`.",
                        "mend: did you mean `http`?");
    }

    @Test
    void service_of_a_chart_is_not_seen() {
        var release = helmRelease(
                "podinfo",
                chart("podinfo", repository("https://charts.example.com"), "1.0.0"),
                CLUSTER.namespace("shop"));

        assertThat(Found.by("K34", NETWORK, CLUSTER, release, objects("monitor", monitor("http"))))
                .isEmpty();
    }

    @Test
    void password_of_grafana_that_everybody_knows_is_refused() {
        var release = release(chartValues());

        assertThat(Found.by("K35", NETWORK, CLUSTER, release)).isEqualTo("""
                error[K35] The HelmRelease `monitoring/prometheus` gives Grafana's administrator the password that the chart documents.
                    at: platform `shop` > helm-release `prometheus`   (MonitoringChecksTest.java:@)
                    in: staging
                  mend: take it from a Secret: use prometheusStack(cluster, parameters.secret("grafana-admin"), …), or set `grafana.admin.existingSecret` to one that an ExternalSecret makes
                   see: docs/checks/K35.md
                """.replace("@", line(release)));
        assertThat(Found.by("K35", NETWORK, CLUSTER, release(chartValues().with("grafana.enabled", false))))
                .isEmpty();
    }

    @Test
    void secret_of_grafana_without_both_keys_is_refused() {
        var release = release(
                chartValues().with("grafana.admin.existingSecret", "login").with("grafana.admin.userKey", "user"));

        assertThat(Found.by(
                        "K35", NETWORK, CLUSTER, release, objects("secret", login("login", "user", "admin-password"))))
                .isEmpty();
        assertThat(Found.by("K35", NETWORK, CLUSTER, release, objects("secret", login("login", "user", "password"))))
                .isEqualTo("""
                        error[K35] The HelmRelease `monitoring/prometheus` reads `admin-password` of the Secret `monitoring/login`, and no ExternalSecret makes that.
                            at: platform `shop` > helm-release `prometheus`   (MonitoringChecksTest.java:@)
                            in: staging
                          mend: make it: an ExternalSecret in that namespace whose target is `login`, with the key `admin-password`
                           see: docs/checks/K35.md
                        """.replace("@", line(release)));
        assertThat(Found.by(
                        "K35", NETWORK, CLUSTER, release, objects("secret", login("other", "user", "admin-password"))))
                .contains("reads `user` of", "reads `admin-password` of");
        assertThat(Found.by("K35", NETWORK, CLUSTER, release, objects("secret", everythingInto("login"))))
                .isEmpty();
    }

    @Test
    void target_that_eks_hides_is_refused() {
        var allButOne = HIDDEN.with("kubeEtcd.enabled", true);

        assertThat(Found.by("K37", NETWORK, CLUSTER, release(allButOne)))
                .startsWith("""
                error[K37] The HelmRelease `monitoring/prometheus` watches etcd, which EKS hides: an alert would fire for ever.
                    at: platform `shop` > helm-release `prometheus`""")
                .endsWith("""
                  mend: switch it off: with("kubeEtcd.enabled", false)
                   see: docs/checks/K37.md
                """);
        assertThat(Found.by("K37", NETWORK, CLUSTER, release(HIDDEN))).isEmpty();
        assertThat(Found.by("K37", NETWORK, CLUSTER, release(HIDDEN.with("defaultRules.rules.etcd", true))))
                .contains("with(\"defaultRules.rules.etcd\", false)");
    }

    @Test
    void our_own_stack_passes_every_check_of_monitoring() {
        var parameters = parameterStore("shop", "/shop").withSecret("grafana").withSecret("url");
        var stack = prometheusStack(
                CLUSTER, parameters.secret("grafana"), everythingTo(webhook("bridge", parameters.secret("url"))));
        var watched = part(
                "watched",
                "orders",
                site -> metricsAt("/metrics")
                        .watching(new WatchedService("orders", "shop", Layer.APPS.directory(new Name("orders"))))
                        .with(Layer.APPS.itself(), labelledService()));

        for (var check : List.of("P02", "P04", "K01", "K33", "K34", "K35", "K36", "K37", "K41", "K42", "X02")) {
            assertThat(Found.by(check, NETWORK, CLUSTER, parameters, stack, watched))
                    .as(check)
                    .isEmpty();
        }
    }

    private static HelmRelease release(ChartValues values) {
        return helmRelease(
                        "prometheus",
                        chart("kube-prometheus-stack", repository(CHARTS), "1.0.0"),
                        CLUSTER.namespace("monitoring"))
                .withValues(values);
    }

    private static ChartValues values(String key, boolean value) {
        return chartValues().with("prometheus.prometheusSpec." + key, value);
    }

    private static PrometheusRule labelled(String label, String value) {
        var rule = rule("QueueFull", "page");
        rule.getMetadata().getLabels().put(label, value);
        return rule;
    }

    private static ServiceMonitor monitor(String port) {
        return new ServiceMonitorBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("orders")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "orders")
                .endSelector()
                .addNewEndpoint()
                .withPort(port)
                .endEndpoint()
                .endSpec()
                .build();
    }

    private static Service labelledService() {
        return new ServiceBuilder(service("orders", "http"))
                .editMetadata()
                .addToLabels("app.kubernetes.io/name", "orders")
                .endMetadata()
                .build();
    }

    private static Service service(String app, String port) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(app)
                .addToLabels("app", app)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withName(port)
                .withPort(80)
                .endPort()
                .endSpec()
                .build();
    }

    private static ExternalSecret login(String secret, String... keys) {
        return new ExternalSecretBuilder()
                .withNewMetadata()
                .withNamespace("monitoring")
                .withName("grafana")
                .endMetadata()
                .withNewSpec()
                .withNewTarget()
                .withName(secret)
                .endTarget()
                .withData(Stream.of(keys)
                        .map(key -> new DataBuilder()
                                .withSecretKey(key)
                                .withNewRemoteRef()
                                .withKey("/shop/login")
                                .endRemoteRef()
                                .build())
                        .toList())
                .endSpec()
                .build();
    }

    private static ExternalSecret everythingInto(String secret) {
        return new ExternalSecretBuilder(login(secret))
                .editSpec()
                .addNewDataFrom()
                .withNewExtract()
                .withKey("/shop/login")
                .endExtract()
                .endDataFrom()
                .endSpec()
                .build();
    }

    private static ConfigMap map(int data, int annotation) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("page")
                .addToAnnotations("a", "x".repeat(annotation))
                .endMetadata()
                .addToData("page.json", "x".repeat(data))
                .build();
    }

    private static Secret secret(String base64) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("bundle")
                .endMetadata()
                .addToData("bundle", base64)
                .build();
    }

    private static PrometheusRule rule(String alert, String severity) {
        var rule = new PrometheusRuleBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("queue")
                .endMetadata()
                .withNewSpec()
                .addNewGroup()
                .withName("queue")
                .addNewRule()
                .withAlert(alert)
                .withExpr(new IntOrString("queue_size > 100"))
                .endRule()
                .endGroup()
                .endSpec()
                .build();
        if (!severity.isEmpty()) {
            rule.getSpec()
                    .getGroups()
                    .getFirst()
                    .getRules()
                    .getFirst()
                    .getLabels()
                    .put("severity", severity);
        }
        return rule;
    }

    private static Part routes(AlertRoute... routes) {
        return part("alertmanager", "own", site -> Elements.none().with(routes));
    }

    private static String line(Part part) {
        return String.valueOf(part.line().line());
    }
}
