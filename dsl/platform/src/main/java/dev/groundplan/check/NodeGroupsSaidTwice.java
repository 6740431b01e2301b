package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;

/** Finds autoscalers that are told node groups by name and size, which the groups themselves say already. */
final class NodeGroupsSaidTwice implements ElementsCheck {

    private static final String GROUPS = "autoscalingGroups";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return InstalledChart.known(platform).stream()
                .filter(installed -> installed
                        .at(GROUPS)
                        .filter(groups -> !groups.equals(List.of()))
                        .isPresent())
                .map(NodeGroupsSaidTwice::problem)
                .toList();
    }

    private static Problem problem(InstalledChart installed) {
        return new Problem(
                "X06",
                "The %s is told node groups and their sizes by the value `%s`: they change with the groups, and this does not."
                        .formatted(installed.placed().label(), GROUPS),
                installed.placed().from().of(GROUPS),
                "let it find the groups by their tags: set `autoDiscovery.clusterName`, as clusterAutoscaler(cluster) does");
    }
}
