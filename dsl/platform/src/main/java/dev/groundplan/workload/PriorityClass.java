package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;

/**
 * How important pods are when not all of them fit: the more important ones are placed first, and in place of less important
 * ones, which are evicted.
 *
 * <p>Renders to a {@code PriorityClass}, which is never the default of pods that name none: these have 0.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/">Kubernetes: priority</a>
 */
public final class PriorityClass implements Part {

    /** What lies above is kept for Kubernetes itself ({@code system-cluster-critical}). */
    private static final int HIGHEST = 1_000_000_000;

    private static final int LOWEST = -1_000_000_000;

    private final PartId id;
    private final SourceLine line;
    private final int value;
    private boolean isWaiting;

    private PriorityClass(PartId id, SourceLine line, int value) {
        this.id = id;
        this.line = line;
        this.value = value;
    }

    /**
     * Returns a class of pods.
     *
     * @param name what it is called, not beginning with {@code system-}
     * @param value -1000000000 to 1000000000, higher ones first; below -10 the cluster autoscaler starts no node for them
     * @throws IllegalArgumentException if the name is kept for Kubernetes or the value is out of range
     */
    public static PriorityClass priorityClass(String name, int value) {
        if (name.startsWith("system-")) {
            throw new IllegalArgumentException(
                    "`%s` is a name that Kubernetes keeps for itself: choose one that does not begin with `system-`, as in priorityClass(\"critical\", 1000)."
                            .formatted(name));
        }
        if (value < LOWEST || value > HIGHEST) {
            throw new IllegalArgumentException(
                    "%s is no priority: it must lie between %s and %s, as in priorityClass(\"critical\", 1000)."
                            .formatted(value, LOWEST, HIGHEST));
        }
        return new PriorityClass(PartId.of("priority-class", name), SourceLine.here(), value);
    }

    /** Returns this class with pods that wait for room and evict nobody; renders to {@code preemptionPolicy: Never}. */
    public PriorityClass withoutPreemption() {
        var copy = new PriorityClass(id, line, value);
        copy.isWaiting = true;
        return copy;
    }

    /** Returns what it is called. */
    public String name() {
        return id.name().text();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        var priority = new PriorityClassBuilder()
                .withNewMetadata()
                .withName(name())
                .endMetadata()
                .withValue(value)
                .withGlobalDefault(false)
                .withPreemptionPolicy(isWaiting ? "Never" : "PreemptLowerPriority")
                .build();
        return Elements.none().with(Layer.CONFIGS.itself(), priority);
    }
}
