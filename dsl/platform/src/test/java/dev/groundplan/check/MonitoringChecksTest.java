package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.facts.AlertRoute;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import org.junit.jupiter.api.Test;

/** Each check of monitoring with a platform that breaks it and one that only just passes. */
class MonitoringChecksTest {

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
