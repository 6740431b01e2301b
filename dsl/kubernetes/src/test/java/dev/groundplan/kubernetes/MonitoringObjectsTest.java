package dev.groundplan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import org.junit.jupiter.api.Test;

/** What the Prometheus operator's kinds are written as, with the templates that PromQL and Alertmanager have of their own. */
class MonitoringObjectsTest {

    @Test
    void a_service_monitor_has_just_the_fields_that_were_set() {
        var monitor = new ServiceMonitorBuilder()
                .withNewMetadata()
                .withName("orders")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app.kubernetes.io/name", "orders")
                .endSelector()
                .addNewEndpoint()
                .withPort("http")
                .withPath("/metrics")
                .endEndpoint()
                .endSpec()
                .build();

        assertThat(ManifestText.of(monitor)).isEqualTo("""
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata:
                  name: orders
                spec:
                  endpoints:
                  - path: /metrics
                    port: http
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: orders
                """);
    }

    @Test
    void the_templates_of_a_rule_are_written_as_they_are() {
        var rule = new PrometheusRuleBuilder()
                .withNewMetadata()
                .withName("orders")
                .endMetadata()
                .withNewSpec()
                .addNewGroup()
                .withName("orders")
                .addNewRule()
                .withAlert("Down")
                .withExpr(new IntOrString("up{job=~\"orders|^a$\"} == 0"))
                .withFor("5m")
                .addToAnnotations("summary", "{{ $labels.pod }} is ${down} for $value")
                .endRule()
                .endGroup()
                .endSpec()
                .build();

        assertThat(ManifestText.of(rule)).isEqualTo("""
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  name: orders
                spec:
                  groups:
                  - name: orders
                    rules:
                    - alert: Down
                      annotations:
                        summary: "{{ $labels.pod }} is ${down} for $value"
                      expr: up{job=~"orders|^a$"} == 0
                      for: 5m
                """);
    }
}
