package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.monitoring.ConnectionPool.connectionPool;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.monitoring.ServiceMetrics.http;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Workload.workload;
import static dev.groundplan.workload.contract.Dekorate.fromDekorate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.AppContract;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.monitoring.ServiceMetrics;
import dev.groundplan.network.Vpc;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules and dashboards read of an app, beside what the app says that it serves. */
class SeriesNobodyServesTest {

    private static final String CONTRACT = "contracts/test-app/kubernetes.yml";
    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withAdministrator(iamRole("platform-engineers"))
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
    private static final Namespace NAMESPACE = CLUSTER.namespace("test");

    @TempDir
    private Path folder;

    @Test
    void rule_that_reads_what_the_app_does_not_serve_is_told() {
        var rule = objects("rules", rule("rate(http_request_total{job=\"test-app\",namespace=\"test\"}[5m]) > 0"));

        assertThat(Found.by("K38", app(fromDekorate("test-app")), rule)).isEqualTo("""
                error[K38] The PrometheusRule `test/own` reads the series `http_request_total` of `test-app`, and the app does not serve it (contracts/test-app/kubernetes.yml, `app.groundplan.dev/metrics`).
                    at: platform `shop` > objects `rules`   (%s)
                    in: staging
                  mend: did you mean `http_requests_total`?
                   see: docs/checks/K38.md
                """.formatted(rule.line()));
    }

    @Test
    void dashboard_that_reads_what_the_app_does_not_serve_is_told_once_for_each_series() {
        var dashboard = objects(
                "dashboards",
                dashboard("queue_length{job='test-app'}", "max(queue_length{job='test-app'}) / db_up{job='test-app'}"));

        assertThat(Found.by("K38", app(fromDekorate("test-app")), dashboard))
                .isEqualTo("""
                error[K38] The ConfigMap `test/own` reads the series `queue_length` of `test-app`, and the app does not serve it (contracts/test-app/kubernetes.yml, `app.groundplan.dev/metrics`).
                    at: platform `shop` > objects `dashboards`   (%s)
                    in: staging
                  mend: read what it serves, as in .withMetrics(http().withRequests("…")), or let the app serve it and say so
                   see: docs/checks/K38.md
                """.formatted(dashboard.line()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http_requests_total{job=\"test-app\"}",
                "http_request_total",
                "http_request_total{job=\"other\"}",
                "http_request_total{job=\"test-app\", namespace=\"other\"}",
                "http_request_total{job=~\"test-.*\"}",
                "absent(up{job=\"test-app\"} == 1)",
                "scrape_duration_seconds{job=\"test-app\"} > 1",
                "ALERTS{job=\"test-app\"}",
                "workload:http_request:rate5m{job=\"test-app\"}",
                "kube_pod_info{pod=\"test-app\"}",
                "label_replace(db_up{job=\"test-app\"}, \"x\", \"of{job='test-app'}\", \"pod\", \"\")"
            })
    void series_that_is_served_or_of_others_is_no_problem(String expression) {
        var app = app(fromDekorate("test-app"));

        assertThat(Found.by("K38", app, objects("rules", rule(expression)))).isEmpty();
        assertThat(Found.by("K38", app, objects("dashboards", dashboard(expression))))
                .isEmpty();
    }

    @Test
    void config_map_that_is_no_dashboard_is_not_read() {
        var page = new ConfigMapBuilder(dashboard("queue_length{job=\"test-app\"}"))
                .editMetadata()
                .withLabels(null)
                .endMetadata()
                .build();
        var broken = new ConfigMapBuilder(dashboard("db_up"))
                .addToData("other.json", "{")
                .build();

        assertThat(Found.by("K38", app(fromDekorate("test-app")), objects("pages", page)))
                .isEmpty();
        assertThat(Found.by("K38", app(fromDekorate("test-app")), objects("pages", broken)))
                .isEmpty();
    }

    @Test
    void app_that_says_no_series_is_not_judged_and_one_that_serves_none_is() {
        var rule = objects("rules", rule("db_up{job=\"test-app\"} == 0"));

        assertThat(Found.by("K38", app(contract("    app.groundplan.dev/metrics: \".*\"\n", "")), rule))
                .isEmpty();
        assertThat(Found.by("K38", app(contract("(app.groundplan.dev/metrics: )\".*\"", "$1\"\"")), rule))
                .contains("reads the series `db_up` of `test-app`");
    }

    @Test
    void workload_that_is_watched_by_the_names_of_its_contract_is_no_problem() {
        assertThat(watched(http().withPool(connectionPool(
                        "db_pool_connections_active", "db_pool_connections_max", "db_pool_waiting"))))
                .isEmpty();
    }

    @Test
    void workload_that_is_watched_by_other_names_is_told_of_its_rules_and_its_dashboard() {
        assertThat(watched(http().withInFlight("http_in_flight").withDuration("http_duration_seconds")))
                .contains(
                        "The PrometheusRule `test/test-app` reads the series `http_duration_seconds_bucket` of `test-app`",
                        "The ConfigMap `test/test-app-dashboard` reads the series `http_duration_seconds_bucket` of `test-app`",
                        "The ConfigMap `test/test-app-dashboard` reads the series `http_in_flight` of `test-app`")
                .doesNotContain("http_requests_total` of", "container_", "kube_");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "sum by (le) (rate(a_bucket{job=\"x\"}[5m]))|[SeriesSelector[name=a_bucket, labels={job=x}]]",
                "a {job = 'x', code!=\"500\", path=~\"/.*\"} offset 1d|[SeriesSelector[name=a, labels={job=x}]]",
                "a{} / on (pod) group_left {__name__=\"b\"}|[SeriesSelector[name=a, labels={}], SeriesSelector[name=b, labels={__name__=b}]]",
                "a{path=\"/}{\\\"\", job=`x`} OR {job=\"x\"}|[SeriesSelector[name=a, labels={job=x, path=/}{\\\"}]]",
                "vector(1) # of b{job=\"x\"}|[]",
                "a + b > 1|[]"
            })
    void selectors_are_found_in_an_expression(String expression, String found) {
        assertThat(SeriesSelector.in(expression)).hasToString(found);
    }

    @Test
    void long_expression_is_read_to_its_end() {
        var expression = "a{job=\"%s\"} or b{job=\"x\"}".formatted("y".repeat(100_000));

        assertThat(SeriesSelector.in(expression))
                .extracting(SeriesSelector::name)
                .containsExactly("a", "b");
    }

    private static String watched(ServiceMetrics metrics) {
        var app = workload(fromDekorate("test-app"), image("ghcr.io/acme/test-app:1.0.0"), NAMESPACE)
                .monitored(metricsAt("/observe/metrics").withMetrics(metrics));
        return Found.by("K38", new Part[] {NETWORK, CLUSTER, NAMESPACE, app});
    }

    private static Custom app(AppContract contract) {
        HasMetadata[] objects = {deployment(), service()};
        return part(
                "objects",
                "app",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), objects)
                        .with(new ContractOf(contract, "test", "test-app")));
    }

    private static Deployment deployment() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("test-app")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "test-app")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("test-app")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Service service() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("test-app")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "test-app")
                .endSpec()
                .build();
    }

    private static PrometheusRule rule(String expression) {
        return new PrometheusRuleBuilder()
                .withNewMetadata()
                .withName("own")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .addNewGroup()
                .addNewRule()
                .withAlert("Own")
                .withExpr(new IntOrString(expression))
                .endRule()
                .endGroup()
                .endSpec()
                .build();
    }

    private static ConfigMap dashboard(String... expressions) {
        var targets = new StringBuilder();
        for (var expression : expressions) {
            targets.append(targets.isEmpty() ? "" : ", ")
                    .append("{\"expr\": \"%s\"}".formatted(expression.replace("\"", "\\\"")));
        }
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("own")
                .withNamespace("test")
                .addToLabels("grafana_dashboard", "1")
                .endMetadata()
                .addToData("own.json", "{\"panels\": [{\"targets\": [%s]}]}".formatted(targets))
                .build();
    }

    private AppContract contract(String words, String instead) {
        try {
            var text = Files.readString(Path.of("src", "test", "resources").resolve(CONTRACT));
            assertThat(text).containsPattern(words);
            return fromDekorate(Files.writeString(folder.resolve("kubernetes.yml"), text.replaceFirst(words, instead)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
