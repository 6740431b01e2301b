package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.Probe;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a probe asks and how patiently, in seconds, with what Kubernetes takes where nothing is said. It takes 0 for
 * nothing.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">Kubernetes: probe</a>
 */
record ProbeTimes(int delay, int period, int timeout, int failures) {

    static ProbeTimes of(Probe probe) {
        return new ProbeTimes(
                said(probe.getInitialDelaySeconds(), 0),
                said(probe.getPeriodSeconds(), 10),
                said(probe.getTimeoutSeconds(), 1),
                said(probe.getFailureThreshold(), 3));
    }

    /** After how long what never answers has failed, counted from the start of the container. */
    int budget() {
        return delay + failed();
    }

    /** After how long what no longer answers has failed. */
    int failed() {
        return period * failures;
    }

    private static int said(@Nullable Integer value, int otherwise) {
        return Optional.ofNullable(value).filter(number -> number > 0).orElse(otherwise);
    }
}
