package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.NearestName;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Finds charts that are told the name of a cluster that the platform does not have. */
final class ClusterOfAnotherName implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var names = Clusters.names(platform);
        return names.isEmpty()
                ? List.of()
                : InstalledChart.known(platform).stream()
                        .flatMap(installed -> problems(installed, names))
                        .toList();
    }

    private static Stream<Problem> problems(InstalledChart installed, SortedSet<String> names) {
        return installed.facts().orElseThrow().cluster().stream()
                .flatMap(path -> installed.at(path).stream()
                        .map(String::valueOf)
                        .filter(name -> !names.contains(name))
                        .map(name -> problem(installed, path, name, names)));
    }

    private static Problem problem(InstalledChart installed, String path, String name, SortedSet<String> names) {
        return new Problem(
                "X08",
                "The %s is told the cluster `%s` in the value `%s`, and the platform has %s."
                        .formatted(installed.placed().label(), name, path, "`" + String.join("`, `", names) + "`"),
                installed.placed().from().of(name),
                "take the name from the cluster, as in cluster.name(site): `%s`"
                        .formatted(NearestName.to(name, names).orElse(names.first())));
    }
}
