package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.ChartFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds custom resources of a version that the charts which define them do not serve. */
final class VersionThatNobodyServes implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var served = new TreeMap<String, SortedSet<String>>();
        for (var installed : InstalledChart.known(platform)) {
            for (ChartFacts.Definitions definitions :
                    installed.facts().orElseThrow().definitions()) {
                served.computeIfAbsent(definitions.group(), group -> new TreeSet<>())
                        .addAll(definitions.versions());
            }
        }
        return platform.kubernetes().stream()
                .flatMap(placed -> problems(placed, served))
                .toList();
    }

    private static Stream<Problem> problems(PlacedObject placed, SortedMap<String, SortedSet<String>> served) {
        var apiVersion = placed.object().getApiVersion();
        int slash = apiVersion.indexOf('/');
        var versions = slash < 0 ? null : served.get(apiVersion.substring(0, slash));
        return versions == null || versions.contains(apiVersion.substring(slash + 1))
                ? Stream.empty()
                : Stream.of(new Problem(
                        "X14",
                        "The %s is of `%s`, and the installed chart serves %s of this group."
                                .formatted(placed.label(), apiVersion, "`" + String.join("`, `", versions) + "`"),
                        placed.from().place(),
                        "write it in a version that is served"));
    }
}
