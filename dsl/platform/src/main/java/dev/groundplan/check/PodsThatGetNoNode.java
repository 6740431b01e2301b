package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.PodTemplates;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds pods of so low a priority that the cluster autoscaler adds no node for them. */
final class PodsThatGetNoNode implements ElementsCheck {

    private static final String CUTOFF = "extraArgs.expendable-pods-priority-cutoff";

    /** What the autoscaler takes when nobody says another. */
    private static final int DEFAULT_CUTOFF = -10;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var priorities = priorities(platform);
        return cutoff(platform)
                .map(cutoff -> platform.kubernetes().stream()
                        .flatMap(placed -> PodTemplates.of(placed.object())
                                .map(template -> template.getSpec().getPriorityClassName())
                                .filter(name -> priorities.getOrDefault(name, cutoff) < cutoff)
                                .map(name -> problem(placed, name, priorities.getOrDefault(name, cutoff), cutoff))
                                .stream())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Integer> cutoff(ExpandedPlatform platform) {
        return InstalledChart.known(platform).stream()
                .filter(installed -> installed.facts().orElseThrow().chart().equals("cluster-autoscaler"))
                .map(installed -> installed
                        .at(CUTOFF)
                        .filter(value -> String.valueOf(value).matches("-?[0-9]{1,9}"))
                        .map(value -> Integer.valueOf(String.valueOf(value)))
                        .orElse(DEFAULT_CUTOFF))
                .findFirst();
    }

    private static SortedMap<String, Integer> priorities(ExpandedPlatform platform) {
        var priorities = new TreeMap<String, Integer>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof PriorityClass priority && priority.getValue() != null) {
                priorities.put(priority.getMetadata().getName(), priority.getValue());
            }
        }
        return priorities;
    }

    private static Problem problem(PlacedObject placed, String name, int priority, int cutoff) {
        return new Problem(
                "X28",
                "The %s has the priority %s (`%s`), and below %s the cluster autoscaler adds no node."
                        .formatted(placed.label(), priority, name, cutoff),
                placed.from().place(),
                "raise the priority to %s, or lower the value `%s` of the autoscaler".formatted(cutoff, CUTOFF));
    }
}
