package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;

/** Finds pods that are spread by labels which they do not have themselves: as if they were not spread at all. */
final class SpreadOfOtherPods implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return Pods.all(platform).stream()
                .flatMap(pods -> pods.template().getSpec().getTopologySpreadConstraints().stream()
                        .filter(constraint -> !Selectors.select(constraint.getLabelSelector(), pods.labels()))
                        .map(constraint -> problem(pods, constraint)))
                .toList();
    }

    private static Problem problem(Pods pods, TopologySpreadConstraint constraint) {
        return new Problem(
                "K25",
                "The pods of the %s are spread over `%s` by labels that they do not have, so they are not spread."
                        .formatted(pods.placed().label(), constraint.getTopologyKey()),
                pods.placed().from().place(),
                "write the pods' own labels into the constraint's `labelSelector`, or leave it to the workload:"
                        + " .withSpread(Spread.PREFERRED)");
    }
}
