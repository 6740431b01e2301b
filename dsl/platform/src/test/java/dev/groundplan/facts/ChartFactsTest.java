package dev.groundplan.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundplan.facts.ChartFacts.Definitions;
import dev.groundplan.values.Version;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartFactsTest {

    private static final String HEAD = """
            chart: podinfo
            version: 6.9.1
            repository: oci://ghcr.io/stefanprodan/charts
            """;

    @ParameterizedTest
    @CsvSource({
        "aws-load-balancer-controller,3.5.0",
        "cluster-autoscaler,9.59.0",
        "external-dns,1.21.1",
        "external-secrets,2.9.0",
        "metrics-server,3.13.1"
    })
    void groundplan_brings_facts_of_the_charts_that_its_controllers_use(String chart, String version) {
        var facts = ChartFacts.known(chart, version).orElseThrow();

        assertThat(facts.isOf(chart, version)).isTrue();
        assertThat(facts.serviceAccount()).isPresent();
        assertThat(facts.keys().unknownIn(tree("resources", tree("requests", tree("cpu", "1")))))
                .isEmpty();
        assertThat(facts.keys().unknownIn(tree("no-such-key", 1))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "aws-load-balancer-controller,3.5.0,webhookConfig.ingressValidationNamespaceSelector.matchLabels",
        "cluster-autoscaler,9.59.0,service.selector",
        "external-dns,1.21.1,namespaceOverride",
        "external-secrets,2.9.0,certController.schedulerName",
        "kube-prometheus-stack,88.5.3,prometheus.prometheusSpec.disableAlerting"
    })
    void keys_that_charts_were_given_lately_are_known(String chart, String version, String path) {
        var inward = List.of(path.split("\\.", -1)).reversed();
        var values = tree(inward.getFirst(), "x");
        for (var step : inward.subList(1, inward.size())) {
            values = tree(step, values);
        }
        var keys = ChartFacts.known(chart, version).orElseThrow().keys();

        assertThat(keys.unknownIn(values)).isEmpty();
    }

    @Test
    void nothing_is_known_of_other_charts_and_versions() {
        assertThat(ChartFacts.known("metrics-server", "3.12.0")).isEmpty();
        assertThat(ChartFacts.known("podinfo", "6.9.1")).isEmpty();
    }

    @Test
    void facts_say_what_a_chart_brings_and_where_it_is_told_what() {
        var facts = ChartFacts.known("external-secrets", "2.9.0").orElseThrow();

        assertThat(facts.appVersion()).isEqualTo("2.9.0");
        assertThat(facts.definitions())
                .containsExactly(
                        new Definitions("external-secrets.io", List.of("v1", "v1alpha1")),
                        new Definitions("generators.external-secrets.io", List.of("v1alpha1")));
        assertThat(facts.keepsOldDefinitions()).isFalse();
        assertThat(facts.calledPort()).contains(10_250);
        assertThat(facts.kubernetes()).hasToString("Optional[1.36 only]");
    }

    @Test
    void a_service_account_that_nobody_names_is_called_after_the_release() {
        var account = ChartFacts.known("cluster-autoscaler", "9.59.0")
                .orElseThrow()
                .serviceAccount()
                .orElseThrow();

        assertThat(account.computed("cluster-autoscaler")).isEqualTo("cluster-autoscaler-aws-cluster-autoscaler");
        assertThat(account.computed("my-aws-cluster-autoscaler")).isEqualTo("my-aws-cluster-autoscaler");
        assertThat(account.computed("a".repeat(42))).isEqualTo("a".repeat(42) + "-aws-cluster-autoscal");
    }

    @Test
    void some_charts_put_their_name_behind_any_release() {
        var account = ChartFacts.known("reloader", "2.2.18")
                .orElseThrow()
                .serviceAccount()
                .orElseThrow();

        assertThat(account.computed("reloader")).isEqualTo("reloader-reloader");
        assertThat(account.computed("restarts")).isEqualTo("restarts-reloader");
        assertThat(account.computed("my-reloader")).isEqualTo("my-reloader-reloader");
    }

    @Test
    void the_values_of_reloader_stand_below_its_name() {
        var keys = ChartFacts.known("reloader", "2.2.18").orElseThrow().keys();
        var deployment = tree("replicas", 2);
        deployment.put("resources", tree("requests", tree("cpu", "10m")));
        var reloader = tree("enableHA", true);
        reloader.put("reloadStrategy", "annotations");
        reloader.put("deployment", deployment);

        assertThat(keys.unknownIn(tree("reloader", reloader))).isEmpty();
        assertThat(keys.unknownIn(tree("enableHA", true))).hasSize(1);
    }

    @Test
    void a_range_of_versions_has_its_ends() {
        var range = ChartFacts.of(HEAD + "kubernetes: 1.31 1.36").kubernetes().orElseThrow();

        assertThat(range).hasToString("1.31 to 1.36");
        assertThat(range.has(new Version("1.31"))).isTrue();
        assertThat(range.has(new Version("1.36.4"))).isTrue();
        assertThat(range.has(new Version("1.30"))).isFalse();
        assertThat(range.has(new Version("1.37"))).isFalse();
        assertThat(ChartFacts.of(HEAD + "kubernetes: 1.31").kubernetes()).hasToString("Optional[1.31 or newer]");
    }

    @Test
    void a_key_that_is_not_documented_is_found_with_the_one_that_was_meant() {
        var keys = ChartFacts.of(HEAD + """
                values:
                annotations.*
                serviceAccount.name
                tolerations
                """).keys();
        var values = tree("annotations", tree("anything", tree("at", "all")));
        values.put("serviceAccount", tree("nmae", "x"));
        values.put("tolerations", List.of(tree("key", "spot")));
        values.put("colour", "red");

        assertThat(keys.unknownIn(values))
                .extracting(ValueKeys.Unknown::text, ValueKeys.Unknown::mend)
                .containsExactly(
                        tuple("colour", "leave it out, or add it to the chart's facts if the chart has it"),
                        tuple("serviceAccount.nmae", "did you mean `serviceAccount.name`?"));
    }

    @Test
    void facts_without_keys_let_every_value_pass() {
        assertThat(ChartFacts.of(HEAD).keys().unknownIn(tree("anything", 1))).isEmpty();
    }

    @Test
    void what_is_no_fact_is_refused() {
        refused("chart: podinfo", "The facts do not say `version`: add a line such as `version: …`.");
        refused(
                HEAD + "definition: x v1",
                "`definition` is no word of facts: they are `chart`, `version`, `app-version`, `repository`, `kubernetes`, `definitions`, `definitions-in`, `api`, `controller`, `port`, `service-account`, `cluster`, `region`, `network`, `image-of-kubernetes`, `monitors`, and `values`. Did you mean `definitions`?");
        refused(
                HEAD + "api metrics.k8s.io",
                "`api metrics.k8s.io` is no line of facts: write a word, `:` and what it says, as in `api: metrics.k8s.io`.");
        refused(
                HEAD + "definitions: external-secrets.io",
                "`definitions: external-secrets.io` says too little or too much: see docs/guides/charts.md for what follows `definitions`.");
        refused(
                HEAD + "kubernetes: >=1.31",
                "`>=1.31` is no range of versions: write the oldest and, if there is one, the newest, as in `kubernetes: 1.31 1.36`.");
    }

    private static SortedMap<String, Object> tree(String key, Object value) {
        var tree = new TreeMap<String, Object>();
        tree.put(key, value);
        return tree;
    }

    private static void refused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartFacts.of(text))
                .withMessage(message);
    }
}
