package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Resource;
import java.util.List;

/** Finds a second cluster beside manifests: an environment has one tree of them, and Flux applies it all to one cluster. */
final class TwoClustersForOneTree implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var clusters = platform.terraform().stream()
                .filter(TwoClustersForOneTree::isCluster)
                .toList();
        return platform.kubernetes().isEmpty()
                ? List.of()
                : clusters.stream()
                        .skip(1)
                        .map(second -> problem(clusters.getFirst(), second))
                        .toList();
    }

    private static boolean isCluster(PlacedTerraform placed) {
        return placed.element() instanceof Resource resource
                && resource.address().type().equals("aws_eks_cluster");
    }

    private static Problem problem(PlacedTerraform first, PlacedTerraform second) {
        return new Problem(
                "X33",
                "The platform has a second cluster, `%s`, and all its manifests are kept in one `kubernetes/`, which is applied to `%s` alone or to both: the first is from %s."
                        .formatted(
                                second.element().address(),
                                first.element().address(),
                                first.from().place()),
                second.from().place(),
                "describe each cluster in an environment of its own, as in environment(\"staging-batch\", account(\"111122223333\"), region(\"eu-west-2\"))");
    }
}
