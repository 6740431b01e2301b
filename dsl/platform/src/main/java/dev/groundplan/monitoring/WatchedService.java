package dev.groundplan.monitoring;

import dev.groundplan.describe.Placement;

/**
 * A service inside the cluster that Prometheus is to read.
 *
 * @param name of the {@code Service} and of what runs behind it; its label {@code app.kubernetes.io/name} is the same
 * @param namespace where it is
 * @param placement where the objects that watch it are kept
 */
public record WatchedService(String name, String namespace, Placement placement) {

    /** Returns what selects the service's own series. */
    String selector() {
        return "namespace=\"%s\",job=\"%s\"".formatted(namespace, name);
    }

    /** Returns what selects the results that are recorded of the service. */
    String recorded() {
        return "{namespace=\"%s\",workload=\"%s\"}".formatted(namespace, name);
    }

    /** Returns what selects the service's containers in the series of the kubelet and of kube-state-metrics. */
    String container() {
        return "namespace=\"%s\",container=\"%s\"".formatted(namespace, name);
    }
}
