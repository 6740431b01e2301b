package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.PartId;
import dev.groundplan.values.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Nodes of one kind, which pods may be put on.
 *
 * @param cluster the cluster that they belong to
 * @param name what they are called there
 * @param instanceType the type that their size is reckoned by, such as {@code m7g.large}
 * @param architecture {@code arm64} or {@code amd64}
 * @param count how many there are, at least and at most
 * @param labels what pods choose them by, in order
 * @param taints what keeps pods off
 */
public record NodePool(
        PartId cluster,
        String name,
        String instanceType,
        String architecture,
        Range count,
        SequencedMap<String, String> labels,
        List<Taint> taints)
        implements Fact {

    /**
     * What keeps pods off a node unless they tolerate it.
     *
     * @param effect as Kubernetes writes it: {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
     */
    public record Taint(String key, String value, String effect) {}

    /** Keeps copies of the collections. */
    public NodePool {
        labels = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(labels));
        taints = List.copyOf(taints);
    }
}
