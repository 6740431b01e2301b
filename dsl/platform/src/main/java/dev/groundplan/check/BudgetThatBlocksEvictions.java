package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds disruption budgets that let no pod go, so that no node is ever drained, and ones over the pods of two workloads. */
final class BudgetThatBlocksEvictions implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof PodDisruptionBudget budget && budget.getSpec() != null) {
                problem(placed, budget, platform).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> problem(
            PlacedObject placed, PodDisruptionBudget budget, ExpandedPlatform platform) {
        var selected = Pods.lasting(platform).stream()
                .filter(pods -> pods.namespace().equals(Pods.namespace(budget))
                        && Selectors.select(budget.getSpec().getSelector(), pods.labels()))
                .toList();
        if (selected.size() > 1) {
            return Optional.of(problem(
                    placed,
                    "The %s is for the pods of several: %s. Each would use up what the other may lose."
                            .formatted(
                                    placed.label(),
                                    selected.stream()
                                            .map(pods -> pods.placed().label())
                                            .collect(Collectors.joining(", "))),
                    "give each a budget of its own, with a selector that takes its pods alone"));
        }
        return selected.stream().findFirst().flatMap(pods -> blocking(placed, budget, pods));
    }

    private static Optional<Problem> blocking(PlacedObject placed, PodDisruptionBudget budget, Pods pods) {
        return evicted(budget, pods.least()) > 0 || pods.least() == 0
                ? Optional.empty()
                : Optional.of(
                        problem(
                                placed,
                                "The %s lets none of the %s pods of the %s be evicted, so no node that has one could ever be drained."
                                        .formatted(
                                                placed.label(),
                                                pods.least(),
                                                pods.placed().label()),
                                "allow one at a time: `maxUnavailable: 1`, as .withDisruptionBudget(1) does, and more than one pod"));
    }

    private static int evicted(PodDisruptionBudget budget, int pods) {
        var spec = budget.getSpec();
        if (spec.getMaxUnavailable() != null) {
            return Share.of(spec.getMaxUnavailable()).roundedUp(pods);
        }
        return spec.getMinAvailable() == null
                ? pods
                : pods - Share.of(spec.getMinAvailable()).roundedUp(pods);
    }

    private static Problem problem(PlacedObject placed, String what, String mend) {
        return new Problem("K23", what, placed.from().place(), mend);
    }
}
