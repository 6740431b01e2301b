package dev.groundplan.workload;

import dev.groundplan.values.Percent;
import dev.groundplan.values.Seconds;

/**
 * How a workload is replaced by its next version without a request lost.
 *
 * <p>No pod goes before its successor is ready and has stayed so for a while. A pod with ports that goes is first left alone
 * for 15 s while load balancers and nodes learn of it ({@code preStop.sleep}), is told to end only then, and is killed 30 s
 * later ({@code terminationGracePeriodSeconds} is 45): the workload's own {@code withPreStopSleep} and {@code withGracePeriod}
 * say other times.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination">Kubernetes: how pods end</a>
 */
public final class Rollout {

    static final Rollout DEFAULT = new Rollout();

    private Percent surge = new Percent(25);
    private Seconds minReady = new Seconds(10);
    private Seconds deadline = new Seconds(600);

    private Rollout() {}

    private Rollout(Rollout rollout) {
        surge = rollout.surge;
        minReady = rollout.minReady;
        deadline = rollout.deadline;
    }

    /** Returns a rollout of a quarter of the pods at a time, each ready for 10 s before it counts, given up after 10 minutes. */
    public static Rollout rollout() {
        return DEFAULT;
    }

    /** Returns this rollout with so many pods more than usual while it runs; renders to {@code maxSurge}. */
    public Rollout withSurge(Percent share) {
        var copy = new Rollout(this);
        copy.surge = share;
        return copy;
    }

    /**
     * Returns this rollout with pods that must have been ready for so long before they count; without this call 10 s. Renders to
     * {@code minReadySeconds}.
     *
     * @throws IllegalArgumentException if it is not below the deadline
     */
    public Rollout withMinReady(Seconds time) {
        var copy = new Rollout(this);
        copy.minReady = time;
        return copy.refusingImpossible();
    }

    /**
     * Returns this rollout given up when nothing has moved for so long; without this call 10 minutes. Renders to
     * {@code progressDeadlineSeconds}.
     *
     * @throws IllegalArgumentException if it is not above the time that pods must have been ready
     */
    public Rollout withDeadline(Seconds time) {
        var copy = new Rollout(this);
        copy.deadline = time;
        return copy.refusingImpossible();
    }

    Percent surge() {
        return surge;
    }

    Seconds minReady() {
        return minReady;
    }

    Seconds deadline() {
        return deadline;
    }

    private Rollout refusingImpossible() {
        if (deadline.count() <= minReady.count()) {
            throw new IllegalArgumentException(
                    "A rollout that is given up after %s never ends well when its pods must have been ready for %s: choose a later deadline, as in withDeadline(seconds(%s))."
                            .formatted(deadline, minReady, minReady.count() + 300));
        }
        return this;
    }
}
