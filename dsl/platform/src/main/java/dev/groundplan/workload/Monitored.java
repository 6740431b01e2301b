package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Site;
import dev.groundplan.monitoring.Monitoring;
import dev.groundplan.monitoring.WatchedService;
import dev.groundplan.values.Port;

/** A workload that Prometheus reads. */
record Monitored(Monitoring monitoring) implements Aspect {

    /** Where Prometheus runs. */
    private static final String PROMETHEUS = "monitoring";

    @Override
    public Elements expand(WorkloadForm<?> workload, Site site) {
        var pod = workload.pod();
        return monitoring.watching(
                new WatchedService(pod.name(), pod.namespace().name(), pod.placement()));
    }

    void allow(PolicyText policy, Pod pod) {
        policy.withIngress(PROMETHEUS, port(pod));
    }

    private Port port(Pod pod) {
        return pod.main().ports().stream()
                .filter(port -> port.name().equals(monitoring.port()))
                .map(NamedPort::port)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The workload `%s` is monitored at `%s` of its port `%s`, and has no such port: without metrics there is nothing to watch. Add it, as in .withPort(\"%s\", port(9090)), or name another, as in metricsAt(\"%s\").onPort(\"http\")."
                                .formatted(
                                        pod.name(),
                                        monitoring.path(),
                                        monitoring.port(),
                                        monitoring.port(),
                                        monitoring.path())));
    }
}
