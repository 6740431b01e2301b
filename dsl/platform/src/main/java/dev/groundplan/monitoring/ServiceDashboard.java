package dev.groundplan.monitoring;

import static dev.groundplan.monitoring.Dashboard.dashboard;
import static dev.groundplan.monitoring.Panel.panel;
import static dev.groundplan.monitoring.PanelUnit.BYTES;
import static dev.groundplan.monitoring.PanelUnit.COUNT;
import static dev.groundplan.monitoring.PanelUnit.REQUESTS_PER_SECOND;
import static dev.groundplan.monitoring.PanelUnit.SECONDS;
import static dev.groundplan.monitoring.PanelUnit.SHARE;
import static dev.groundplan.monitoring.PromQl.promql;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.List;

/** The page of a service: its requests, what it is made of, and its pool of connections. */
final class ServiceDashboard {

    private final Monitoring monitoring;
    private final ServiceMetrics metrics;
    private final WatchedService service;

    ServiceDashboard(Monitoring monitoring, WatchedService service) {
        this.monitoring = monitoring;
        this.metrics = monitoring.metrics();
        this.service = service;
    }

    ConfigMap configMap() {
        return page().configMap(service.namespace(), monitoring.folder());
    }

    Dashboard page() {
        return dashboard(service.name(), service.name())
                .withRow("Requests", requests().toArray(Panel[]::new))
                .withRow("Pods", pods().toArray(Panel[]::new));
    }

    private List<Panel> requests() {
        var all = new ArrayList<Panel>();
        all.add(panel("Requests by status", REQUESTS_PER_SECOND)
                .withLine(rates(metrics.status()), "{{%s}}".formatted(metrics.status())));
        all.add(panel("Share of failed requests", SHARE)
                .withLine(recorded(ServiceRules.errors("5m")), "over 5 min")
                .withLine(recorded(ServiceRules.errors("1h")), "over 1 h")
                .withLine(promql("vector(%s)".formatted(monitoring.objective().burningAt("1"))), "promised"));
        all.add(panel("Time of requests", SECONDS)
                .withLine(quantile("0.5"), "half take at most")
                .withLine(recorded(ServiceRules.SLOWEST), "95 % take at most")
                .withLine(quantile("0.99"), "99 % take at most"));
        all.add(panel("Requests by route", REQUESTS_PER_SECOND)
                .withLine(rates(metrics.route()), "{{%s}}".formatted(metrics.route())));
        metrics.inFlight()
                .ifPresent(gauge ->
                        all.add(panel("Requests being answered", COUNT).withLine(byPod(gauge.text()), "{{pod}}")));
        metrics.pool()
                .ifPresent(pool -> all.add(panel("Connections", COUNT)
                        .withLine(sum(pool.active()), "in use")
                        .withLine(sum(pool.most()), "at most")
                        .withLine(sum(pool.waiting()), "callers that wait")));
        return all;
    }

    private List<Panel> pods() {
        var container = service.container();
        var deployment = "namespace=\"%s\",deployment=\"%s\"".formatted(service.namespace(), service.name());
        return List.of(
                panel("Processor", COUNT)
                        .withLine(
                                promql("sum by (pod) (rate(container_cpu_usage_seconds_total{%s}[5m]))"
                                        .formatted(container)),
                                "{{pod}}"),
                panel("Memory", BYTES)
                        .withLine(
                                promql("sum by (pod) (container_memory_working_set_bytes{%s})".formatted(container)),
                                "{{pod}}")
                        .withLine(
                                promql("max(kube_pod_container_resource_limits{%s,resource=\"memory\"})"
                                        .formatted(container)),
                                "limit"),
                panel("Pods", COUNT)
                        .withLine(
                                promql("sum(kube_deployment_status_replicas_available{%s})".formatted(deployment)),
                                "available")
                        .withLine(promql("sum(kube_deployment_spec_replicas{%s})".formatted(deployment)), "wanted")
                        .withLine(
                                promql("sum(increase(kube_pod_container_status_restarts_total{%s}[1h]))"
                                        .formatted(container)),
                                "restarts in 1 h"));
    }

    private PromQl rates(LabelName label) {
        return promql("sum by (%s) (rate(%s{%s}[5m]))".formatted(label, metrics.requests(), service.selector()));
    }

    private PromQl quantile(String share) {
        return promql("histogram_quantile(%s, sum by (le) (rate(%s{%s}[5m])))"
                .formatted(share, metrics.bucket(), service.selector()));
    }

    private PromQl byPod(String gauge) {
        return promql("sum by (pod) (%s{%s})".formatted(gauge, service.selector()));
    }

    private PromQl sum(MetricName gauge) {
        return promql("sum(%s{%s})".formatted(gauge, service.selector()));
    }

    private PromQl recorded(String name) {
        return promql(name + service.recorded());
    }
}
