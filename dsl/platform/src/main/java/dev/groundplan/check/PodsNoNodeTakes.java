package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds pods that choose nodes which no node group has, or that tolerate the taints of none. */
final class PodsNoNodeTakes implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var nodes = new NodesForPods(platform);
        return nodes.areUnknown()
                ? List.of()
                : Pods.all(platform).stream()
                        .filter(pods -> nodes.of(pods).isEmpty())
                        .map(PodsNoNodeTakes::problem)
                        .toList();
    }

    private static Problem problem(Pods pods) {
        return new Problem(
                "X25",
                "No node group takes the pods of the %s: they choose nodes by %s, and tolerate only what they say."
                        .formatted(pods.placed().label(), selector(pods)),
                pods.placed().from().place(),
                "give a node group these labels, as in nodeGroup(…).withLabel(\"spot\", \"true\"), or the pods its labels and"
                        + " a toleration of its taints");
    }

    private static String selector(Pods pods) {
        var chosen = Optional.ofNullable(pods.template().getSpec().getNodeSelector()).map(Map::entrySet).stream()
                .flatMap(entries -> entries.stream())
                .map(label -> "`" + label.getKey() + "=" + label.getValue() + "`")
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? "no label" : chosen;
    }
}
