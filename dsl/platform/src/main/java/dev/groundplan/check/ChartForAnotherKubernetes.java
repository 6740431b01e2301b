package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.values.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds charts that are not made for the cluster's version of Kubernetes, and images that must have it and don't. */
final class ChartForAnotherKubernetes implements ElementsCheck {

    private static final Pattern TAG = Pattern.compile("v?(?<minor>[0-9]+\\.[0-9]+)(\\..*)?");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var version : Clusters.versions(platform)) {
            for (var installed : InstalledChart.known(platform)) {
                chart(installed, new Version(version), problems);
                image(installed, version, problems);
            }
        }
        return problems;
    }

    private static void chart(InstalledChart installed, Version version, List<Problem> problems) {
        var facts = installed.facts().orElseThrow();
        facts.kubernetes()
                .filter(range -> !range.has(version))
                .ifPresent(range -> problems.add(new Problem(
                        "X13",
                        "The %s installs the chart %s, which is made for Kubernetes %s, and the cluster has %s."
                                .formatted(installed.placed().label(), facts, range, version),
                        installed.placed().from().place(),
                        "choose a chart for %s, or another version for the cluster".formatted(version))));
    }

    /** A chart that is told no tag has one of its own, which follows no cluster. */
    private static void image(InstalledChart installed, String version, List<Problem> problems) {
        var facts = installed.facts().orElseThrow();
        facts.imageOfKubernetes().ifPresent(path -> {
            var tag = installed.at(path).map(String::valueOf).orElse("v" + facts.appVersion());
            var minor = TAG.matcher(tag);
            if (!minor.matches() || !minor.group("minor").equals(version)) {
                problems.add(new Problem(
                        "X13",
                        "The %s runs the image `%s`, which must have the minor version of the cluster, %s."
                                .formatted(installed.placed().label(), tag, version),
                        installed.placed().from().of(tag),
                        "set the value `%s` to a tag of %s, as clusterAutoscaler(cluster) does"
                                .formatted(path, version)));
            }
        });
    }
}
