package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.kubernetes.flux.helmreleasespec.Upgrade;
import java.util.List;

/** Finds releases whose chart keeps definitions where Helm installs them once and never again. */
final class DefinitionsLeftBehind implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return InstalledChart.known(platform).stream()
                .filter(installed -> installed.facts().orElseThrow().keepsOldDefinitions())
                .filter(installed -> !replaces(installed.release().getSpec().getUpgrade()))
                .map(DefinitionsLeftBehind::problem)
                .toList();
    }

    private static boolean replaces(Upgrade upgrade) {
        return upgrade != null && upgrade.getCrds() == Upgrade.Crds.CREATEREPLACE;
    }

    private static Problem problem(InstalledChart installed) {
        return new Problem(
                "G07",
                "The %s leaves the definitions of the chart %s as they are when it is upgraded."
                        .formatted(installed.placed().label(), installed.facts().orElseThrow()),
                installed.placed().from().place(),
                "set `spec.upgrade.crds: CreateReplace`, as helmRelease(…) does");
    }
}
