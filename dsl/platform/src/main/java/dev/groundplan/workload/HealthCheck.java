package dev.groundplan.workload;

import dev.groundplan.values.Port;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;

/**
 * What a load balancer asks a pod in order to know whether it serves: the same as Kubernetes asks, so that the two never
 * disagree.
 *
 * @param path of the readiness probe
 * @param port its port
 * @param interval seconds between two questions, at least the 5 that a load balancer keeps, and above the timeout
 * @param timeout seconds until there is no answer, 2 to 120
 * @param failures how many in a row mean that the pod does not serve, 2 to 10
 */
record HealthCheck(String path, Port port, int interval, int timeout, int failures) {

    static HealthCheck of(Pod pod) {
        var container = new PodTemplate(pod).spec().getSpec().getContainers().getFirst();
        var probe = container.getReadinessProbe();
        if (probe == null || probe.getHttpGet() == null) {
            throw new IllegalArgumentException(
                    "The workload `%s` is exposed and has no readiness probe over HTTP, so a load balancer could not know which of its pods serve: say what to ask, as in .withReadinessProbe(http(\"/health\"))."
                            .formatted(pod.name()));
        }
        return of(container, probe);
    }

    private static HealthCheck of(Container container, Probe probe) {
        int timeout = Math.min(120, Math.max(2, orElse(probe.getTimeoutSeconds(), 1)));
        // Rather seldom than impatient: a slow answer is no failure.
        int interval = Math.max(Math.max(5, timeout + 1), orElse(probe.getPeriodSeconds(), 10));
        int failures = Math.min(10, Math.max(2, orElse(probe.getFailureThreshold(), 3)));
        return new HealthCheck(
                probe.getHttpGet().getPath(),
                port(container, probe.getHttpGet().getPort()),
                interval,
                timeout,
                failures);
    }

    private static Port port(Container container, IntOrString port) {
        return container.getPorts().stream()
                .filter(named -> named.getName().equals(port.getStrVal()))
                .map(named -> new Port(named.getContainerPort()))
                .findFirst()
                .orElseGet(() -> new Port(port.getIntVal()));
    }

    private static int orElse(@org.jspecify.annotations.Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
