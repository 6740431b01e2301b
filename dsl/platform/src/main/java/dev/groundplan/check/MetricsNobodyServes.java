package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppContract.Metrics;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds ServiceMonitors that scrape an app where it serves no metrics. */
final class MetricsNobodyServes implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> platform.kubernetes().stream()
                        .filter(placed ->
                                placed.object() instanceof ServiceMonitor monitor && selects(platform, monitor, app))
                        .flatMap(placed -> problems(app, placed, (ServiceMonitor) placed.object())))
                .toList();
    }

    private static Stream<Problem> problems(RunApp app, PlacedObject placed, ServiceMonitor monitor) {
        var metrics = app.contract().offers().metrics();
        if (metrics.isEmpty()) {
            return Stream.of(new Problem(
                    "A04",
                    "The %s scrapes `%s`, and the app serves no metrics (%s is not there)."
                            .formatted(placed.label(), app.contract().app(), app.annotation("metrics-path")),
                    placed.from().place(),
                    "leave the monitor out and probe the app from outside, or let it serve metrics and say so"));
        }
        return monitor.getSpec().getEndpoints().stream()
                .filter(endpoint -> !metrics.orElseThrow().equals(asked(endpoint)))
                .map(endpoint -> elsewhere(app, placed, asked(endpoint), metrics.orElseThrow()));
    }

    private static Metrics asked(Endpoint endpoint) {
        return new Metrics(
                Optional.ofNullable(endpoint.getPath()).orElse("/metrics"), String.valueOf(endpoint.getPort()));
    }

    private static Problem elsewhere(RunApp app, PlacedObject placed, Metrics asked, Metrics served) {
        return new Problem(
                "A04",
                "The %s scrapes `%s` at the port `%s`, and the app serves its metrics at `%s` of `%s` (%s)."
                        .formatted(
                                placed.label(),
                                asked.path(),
                                asked.port(),
                                served.path(),
                                served.port(),
                                app.annotation("metrics-path")),
                placed.from().place(),
                "scrape that, as in .monitored(metricsAt(\"%s\").onPort(\"%s\"))"
                        .formatted(served.path(), served.port()));
    }

    private static boolean selects(ExpandedPlatform platform, ServiceMonitor monitor, RunApp app) {
        return Services.of(platform, app.pods()).stream()
                .anyMatch(
                        placed -> placed.object() instanceof Service service && WatchedServices.has(monitor, service));
    }
}
