package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.TextLiteral;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds components that are both an add-on of EKS and a HelmRelease: the two undo each other's work. */
final class TwoOwnersOfOneComponent implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var addons = addons(platform);
        return InstalledChart.all(platform).stream()
                .filter(installed -> installed
                        .chart()
                        .filter(chart -> addons.contains(chart.chart()))
                        .isPresent())
                .map(TwoOwnersOfOneComponent::problem)
                .toList();
    }

    private static SortedSet<String> addons(ExpandedPlatform platform) {
        var names = new TreeSet<String>();
        Clusters.resources(platform, "aws_eks_addon").forEach(addon -> {
            if (addon.body().attributes().get("addon_name") instanceof TextLiteral name) {
                names.add(name.value());
            }
        });
        return names;
    }

    private static Problem problem(InstalledChart installed) {
        var chart = installed.chart().orElseThrow().chart();
        return new Problem(
                "X22",
                "The %s installs `%s`, and so does an add-on of EKS."
                        .formatted(installed.placed().label(), chart),
                installed.placed().from().place(),
                "leave out the release, or .withAddon(addon(\"%s\")) of the cluster".formatted(chart));
    }
}
