package dev.groundplan.testing;

import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.monitoring.AlertRouting.only;
import static dev.groundplan.monitoring.ConnectionPool.connectionPool;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.monitoring.PrometheusStack.prometheusStack;
import static dev.groundplan.monitoring.Receiver.email;
import static dev.groundplan.monitoring.Receiver.pagerDuty;
import static dev.groundplan.monitoring.Receiver.slack;
import static dev.groundplan.monitoring.Receiver.webhook;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.monitoring.MailServer;
import dev.groundplan.monitoring.ServiceMetrics;
import dev.groundplan.monitoring.Severity;
import dev.groundplan.monitoring.WatchedService;
import dev.groundplan.values.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tools of Prometheus and Alertmanager say of our rules and routes. */
class MonitoringProgramsTest {

    private static final Site SITE =
            new Site(new Name("shop"), environment("staging", account("111122223333"), region("eu-west-2")));
    private static final SecretReference SECRET =
            parameterStore("shop", "/shop").withSecret("receiver").secret("receiver");

    @RequiresProgram("promtool --version")
    @Test
    void prometheus_takes_the_rules_of_services_and_of_the_platform() throws IOException {
        for (var rules : rules(service().and(stack()))) {
            var outcome = ask("promtool", "rules.json", rules.toString(), List.of("check", "rules", "rules.json"));

            assertThat(outcome.everything()).contains("SUCCESS");
            assertThat(outcome.exitCode()).isZero();
        }
        assertThat(rules(service().and(stack()))).hasSize(2);
    }

    @RequiresProgram("promtool --version")
    @Test
    void alerts_fire_when_they_should_and_only_then() throws IOException {
        try (var scratch = Scratch.create("groundplan-promtool-")) {
            Files.writeString(
                    scratch.directory().resolve("rules.json"),
                    rules(service()).getFirst().toString());
            Files.writeString(scratch.directory().resolve("test.yaml"), """
                    rule_files: [rules.json]
                    evaluation_interval: 1m
                    tests:
                    - name: 2 % of requests fail, which burns the budget of 0.1 % 20 times as fast as it may
                      interval: 1m
                      input_series:
                      - {series: 'up{namespace="shop",job="orders",pod="a"}', values: '1x120'}
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="200"}', values: '0+980x120'}
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="500"}', values: '0+20x120'}
                      alert_rule_test:
                      - eval_time: 70m
                        alertname: HttpErrorBudgetBurnsFast
                        exp_alerts:
                        - exp_labels: {severity: critical, namespace: shop, workload: orders}
                          exp_annotations:
                            summary: orders burns its error budget 14.4 times as fast as it may
                            description: 2% of the requests to orders failed in the last 1h; 99.9 % of them are to succeed over 30 days.
                      - {eval_time: 70m, alertname: HttpErrors, exp_alerts: []}
                      - {eval_time: 70m, alertname: MetricsMissing, exp_alerts: []}
                      - {eval_time: 70m, alertname: HttpRequestsStopped, exp_alerts: []}
                    - name: 1 % fail, which only the longer pair tells
                      interval: 1m
                      input_series:
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="200"}', values: '0+990x400'}
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="503"}', values: '0+10x400'}
                      alert_rule_test:
                      - {eval_time: 390m, alertname: HttpErrorBudgetBurnsFast, exp_alerts: []}
                      - eval_time: 390m
                        alertname: HttpErrorBudgetBurns
                        exp_alerts:
                        - exp_labels: {severity: critical, namespace: shop, workload: orders}
                          exp_annotations:
                            summary: orders burns its error budget 6 times as fast as it may
                            description: 1% of the requests to orders failed in the last 6h; 99.9 % of them are to succeed over 30 days.
                    - name: as many fail as may, and those that the caller is to blame for do not count
                      interval: 1m
                      input_series:
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="200"}', values: '0+998x400'}
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="404"}', values: '0+500x400'}
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="500"}', values: '0+1x400'}
                      alert_rule_test:
                      - {eval_time: 390m, alertname: HttpErrorBudgetBurnsFast, exp_alerts: []}
                      - {eval_time: 390m, alertname: HttpErrorBudgetBurns, exp_alerts: []}
                    - name: a service without failures has a share of failures, which is none
                      interval: 1m
                      input_series:
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="200"}', values: '0+60x30'}
                      promql_expr_test:
                      - expr: workload:http_request_errors:ratio_rate5m
                        eval_time: 20m
                        exp_samples:
                        - {labels: 'workload:http_request_errors:ratio_rate5m{namespace="shop",workload="orders"}', value: 0}
                      - expr: workload:http_requests:rate5m
                        eval_time: 20m
                        exp_samples:
                        - {labels: 'workload:http_requests:rate5m{namespace="shop",workload="orders"}', value: 1}
                    - name: 90 % take 1 s, and half a second is promised
                      interval: 1m
                      input_series:
                      - {series: 'http_request_duration_seconds_bucket{namespace="shop",job="orders",le="0.5"}', values: '0+10x60'}
                      - {series: 'http_request_duration_seconds_bucket{namespace="shop",job="orders",le="1"}', values: '0+100x60'}
                      - {series: 'http_request_duration_seconds_bucket{namespace="shop",job="orders",le="+Inf"}', values: '0+100x60'}
                      alert_rule_test:
                      - eval_time: 20m
                        alertname: HttpSlow
                        exp_alerts:
                        - exp_labels: {severity: warning, namespace: shop, workload: orders}
                          exp_annotations:
                            summary: Requests to orders are slow
                            description: 5 % of the requests to orders take more than 972.2ms; 0.5 s are promised.
                    - name: requests stop, and there were some the day before
                      interval: 1m
                      input_series:
                      - {series: 'http_requests_total{namespace="shop",job="orders",status="200"}', values: '0+60x1500 90000x60'}
                      alert_rule_test:
                      - {eval_time: 1500m, alertname: HttpRequestsStopped, exp_alerts: []}
                      - eval_time: 1540m
                        alertname: HttpRequestsStopped
                        exp_alerts:
                        - exp_labels: {severity: warning, namespace: shop, workload: orders}
                          exp_annotations:
                            summary: No requests reach orders
                            description: No request was answered by orders in the last 15 minutes; at this time of yesterday there were some.
                    - name: nothing answers
                      interval: 1m
                      input_series:
                      - {series: 'up{namespace="shop",job="orders",pod="a"}', values: '0x20'}
                      - {series: 'db_waiting{namespace="shop",job="orders",pod="a"}', values: '3x20'}
                      alert_rule_test:
                      - eval_time: 10m
                        alertname: MetricsMissing
                        exp_alerts:
                        - exp_labels: {severity: critical, namespace: shop, workload: orders}
                          exp_annotations:
                            summary: Prometheus reads no metrics of orders
                            description: 'No pod of orders answers at /metrics: either none runs, or Prometheus does not reach it.'
                      - eval_time: 15m
                        alertname: ConnectionPoolUsedUp
                        exp_alerts:
                        - exp_labels: {severity: warning, namespace: shop, workload: orders, job: orders, pod: a}
                          exp_annotations:
                            summary: orders waits for connections
                            description: '3 callers in a wait for a connection, and have done so for 5 minutes: the pool is too small, or the other side too slow.'
                    """);

            var outcome = RealProgram.require("promtool")
                    .run(new RealProgram.Invocation(
                            scratch.directory(),
                            Duration.ofMinutes(1),
                            new LinkedHashMap<>(),
                            List.of("test", "rules", "test.yaml")));

            assertThat(outcome.everything()).contains("SUCCESS").doesNotContain("FAILED");
            assertThat(outcome.exitCode()).isZero();
        }
    }

    @RequiresProgram("amtool --version")
    @Test
    void alertmanager_takes_the_routes_of_every_sort_of_receiver() throws IOException {
        var outcome = amtool(configuration());

        assertThat(outcome.everything()).contains("SUCCESS", "- 3 inhibit rules", "- 5 receivers", "- 0 templates");
        assertThat(outcome.exitCode()).isZero();
    }

    @RequiresProgram("amtool --version")
    @Test
    void alertmanager_would_say_so_if_it_did_not() throws IOException {
        assertThat(amtool(configuration().replace("- name: on-call", "- name: other"))
                        .exitCode())
                .isNotZero();
    }

    private static Elements service() {
        return metricsAt("/metrics")
                .withMetrics(ServiceMetrics.http().withPool(connectionPool("db_active", "db_most", "db_waiting")))
                .watching(new WatchedService("orders", "shop", Layer.APPS.directory(new Name("orders"))));
    }

    private static Elements stack() {
        var network = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
        var server = new MailServer("smtp.example.com:587", "alerts@example.com", "{{ user", SECRET);
        var routing = only(Severity.WARNING, email("mailbox", "team@example.com", server))
                .withSeverity(Severity.CRITICAL, pagerDuty("on-call", SECRET))
                .withSeverity(Severity.INFO, slack("channel", SECRET, "#info"))
                .withHeartbeat(webhook("heartbeat", SECRET));
        return prometheusStack(eksCluster("shop", kubernetes("1.36"), network.privateSubnets()), SECRET, routing)
                .expand(SITE);
    }

    private static List<JsonNode> rules(Elements elements) {
        return objects(elements)
                .filter(object -> object.path("kind").asText().equals("PrometheusRule"))
                .map(object -> object.path("spec"))
                .toList();
    }

    /** What External Secrets makes of the template, with a secret that YAML would take for something else. */
    private static String configuration() {
        return objects(stack())
                .map(object -> object.path("spec")
                        .path("target")
                        .path("template")
                        .path("data")
                        .path("alertmanager.yaml"))
                .filter(text -> !text.isMissingNode())
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow()
                .replaceAll("\\{\\{ \\.[a-z_]+ \\| toJson }}", "\"https://example.com/a: \\\\u0026 #b\"")
                .replace("{{ \"{{\" }}", "{{");
    }

    private static Stream<JsonNode> objects(Elements elements) {
        return elements.kubernetes().stream()
                .map(InPlace::object)
                .flatMap(object -> YamlData.documents(ManifestText.of(object)).stream());
    }

    private static RealProgram.Outcome amtool(String configuration) throws IOException {
        return ask("amtool", "alertmanager.yaml", configuration, List.of("check-config", "alertmanager.yaml"));
    }

    private static RealProgram.Outcome ask(String program, String file, String text, List<String> arguments)
            throws IOException {
        try (var scratch = Scratch.create("groundplan-" + program + "-")) {
            Files.writeString(scratch.directory().resolve(file), text);
            return RealProgram.require(program)
                    .run(new RealProgram.Invocation(
                            scratch.directory(), Duration.ofMinutes(1), new LinkedHashMap<>(), arguments));
        }
    }
}
