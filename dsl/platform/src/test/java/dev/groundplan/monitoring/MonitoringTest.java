package dev.groundplan.monitoring;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.monitoring.AlertRule.alert;
import static dev.groundplan.monitoring.ConnectionPool.connectionPool;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.monitoring.Objective.availability;
import static dev.groundplan.monitoring.PromQl.promql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Layer;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.values.Name;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringTest {

    static final WatchedService SERVICE =
            new WatchedService("orders", "shop", Layer.APPS.directory(new Name("orders")));

    /** A name before braces, or before the words that may follow a selector. */
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{");

    @Test
    void service_is_watched_by_a_monitor_rules_and_a_dashboard() {
        assertText(manifests(metricsAt("/metrics")), "monitoring-plain.yaml");
    }

    @Test
    void service_with_every_option_is_watched_by_all_of_them() {
        assertText(manifests(everything()), "monitoring-with-every-option.yaml");
    }

    @Test
    void names_of_metrics_come_from_one_place() {
        var platforms = List.of(
                "up",
                "container_cpu_usage_seconds_total",
                "container_memory_working_set_bytes",
                "kube_deployment_spec_replicas",
                "kube_deployment_status_replicas_available",
                "kube_pod_container_resource_limits",
                "kube_pod_container_status_restarts_total");
        var metrics = ServiceMetrics.springBoot().withPool(connectionPool("a_in_use", "a_most", "a_waiting"));
        var monitoring = metricsAt("/metrics").withMetrics(metrics);
        var recorded = rules(monitoring).stream()
                .map(Rule::getRecord)
                .filter(name -> name != null)
                .toList();

        var known = new TreeSet<>(metrics.series());
        known.addAll(recorded);
        known.addAll(platforms);

        assertThat(seriesOf(monitoring)).isEqualTo(known);
    }

    @Test
    void option_does_not_change_the_monitoring_it_was_called_on() {
        var monitoring = metricsAt("/metrics");
        var before = manifests(monitoring);

        assertThat(monitoring.withObjective(availability("99")).withFolder("A").onPort("b"))
                .isNotSameAs(monitoring);
        assertThat(manifests(monitoring)).isEqualTo(before);
    }

    @Test
    void error_budget_is_exact() {
        assertThat(availability("99.9").burningAt("14.4")).isEqualTo("0.0144");
        assertThat(availability("99.99").burningAt("6")).isEqualTo("0.0006");
        assertThat(availability("95").burningAt("14.4")).isEqualTo("0.72");
        assertThat(availability("99.0")).isEqualTo(availability("99")).hasToString("99 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"94.9", "100", "99.9999", "0.999", "99,9", "99.9 %", ""})
    void objective_out_of_range_is_refused(String percent) {
        assertThatThrownBy(() -> availability(percent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no objective: write 95 to 99.999 percent, at most three digits after the point, as in availability(\"99.9\")."
                                .formatted(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "metrics", "/", "/a//b", "/a/", "/a?b=c", "/a b"})
    void path_of_metrics_out_of_its_grammar_is_refused(String path) {
        assertThatThrownBy(() -> metricsAt(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no path of metrics: begin each level with `/` and write letters, digits and `._~-`, as in metricsAt(\"/metrics\")."
                                .formatted(path));
    }

    @Test
    void other_bad_values_are_refused() {
        assertThatThrownBy(() -> metricsAt("/metrics").withSlowest(Duration.ofNanos(1)))
                .hasMessage(
                        "`PT0.000000001S` is no time for a request: write a millisecond or more, as in withSlowest(Duration.ofMillis(500)).");
        assertThatThrownBy(() -> metricsAt("/metrics").withRunbook("http://wiki.example.com"))
                .hasMessage(
                        "`http://wiki.example.com` is no address of a runbook: begin it with `https://` and leave out spaces, as in withRunbook(\"https://wiki.example.com/orders\").");
        assertThatThrownBy(() -> ServiceMetrics.http().withRequests("http-requests"))
                .hasMessage(
                        "`http-requests` is no name of a metric: write letters, digits, `_` and `:`, first no digit, as in \"http_requests_total\".");
        assertThatThrownBy(() -> ServiceMetrics.http().withStatusLabel("__name__"))
                .hasMessage(
                        "`__name__` is no name of a label: write letters, digits and `_`, first no digit and not `__`, as in \"status\".");
        assertThatThrownBy(() -> alert("queue full", Severity.INFO, promql("up == 0")))
                .hasMessage(
                        "`queue full` is no name of an alert: write words with capitals, letters and digits only, as in alert(\"QueueFull\", …).");
        assertThatThrownBy(() -> alert("A", Severity.INFO, promql("up")).withPending(Duration.ofMillis(1)))
                .hasMessage(
                        "`PT0.001S` is no time for Prometheus: write whole seconds, 0 or more, as in Duration.ofMinutes(5).");
        assertThatThrownBy(() -> RecordingRule.recording("rate5m", promql("up")))
                .hasMessage(
                        "`rate5m` is no name of a recorded result: write level, metric and operation with `:` between, as in recording(\"workload:http_requests:rate5m\", …).");
        assertThatThrownBy(() -> promql(" "))
                .hasMessage("An expression of Prometheus can't be blank: write one, as in promql(\"up == 0\").");
        assertThatThrownBy(() -> Dashboard.dashboard("a".repeat(41), "A"))
                .hasMessage(
                        "`" + "a".repeat(41)
                                + "` is no uid of a dashboard: write at most 40 lower-case letters, digits and hyphens, as in dashboard(\"orders\", \"Orders\").");
    }

    static Monitoring everything() {
        return metricsAt("/observe/metrics")
                .onPort("metrics")
                .withMetrics(ServiceMetrics.http()
                        .withRequests("requests_total")
                        .withDuration("request_seconds")
                        .withInFlight("requests_now")
                        .withStatusLabel("code")
                        .withRouteLabel("handler")
                        .withPool(connectionPool(
                                "db_pool_connections_active", "db_pool_connections_max", "db_pool_waiting")))
                .withObjective(availability("99.95"))
                .withSlowest(Duration.ofSeconds(2))
                .withRunbook("https://wiki.example.com/orders#alerts")
                .withFolder("Shop")
                .withRules(alert("QueueFull", Severity.INFO, promql("max by (pod) (queue_size{queue=~\"^a$\"}) > 100"))
                        .withPending(Duration.ZERO)
                        .withSummary("{{ $labels.pod }} has a full queue")
                        .withLabel("team", "orders"));
    }

    static List<Rule> rules(Monitoring monitoring) {
        return objects(monitoring)
                .filter(PrometheusRule.class::isInstance)
                .map(PrometheusRule.class::cast)
                .flatMap(rule -> rule.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    private static SortedSet<String> seriesOf(Monitoring monitoring) {
        var dashboards = objects(monitoring)
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .flatMap(map -> map.getData().values().stream());
        var expressions = rules(monitoring).stream().map(rule -> rule.getExpr().getStrVal());
        var names = new TreeSet<String>();
        Stream.concat(dashboards, expressions)
                .forEach(text -> SERIES.matcher(text).results().forEach(match -> names.add(match.group(1))));
        return names;
    }

    private static Stream<HasMetadata> objects(Monitoring monitoring) {
        return monitoring.watching(SERVICE).kubernetes().stream().map(InPlace::object);
    }

    private static String manifests(Monitoring monitoring) {
        return objects(monitoring).map(ManifestText::of).collect(Collectors.joining("---\n"));
    }
}
