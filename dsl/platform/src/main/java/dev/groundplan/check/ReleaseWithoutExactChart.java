package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRef;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds HelmReleases whose chart is not there or not pinned: what runs would change without a change here. */
final class ReleaseWithoutExactChart implements ElementsCheck {

    private static final Pattern EXACT = Pattern.compile("v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return InstalledChart.all(platform).stream()
                .filter(installed -> !isMadeElsewhere(installed))
                .flatMap(ReleaseWithoutExactChart::problems)
                .toList();
    }

    /** What another kind of source holds is not told by its name. */
    private static boolean isMadeElsewhere(InstalledChart installed) {
        var ref = installed.release().getSpec().getChartRef();
        return ref != null && ref.getKind() != ChartRef.Kind.OCIREPOSITORY;
    }

    private static Stream<Problem> problems(InstalledChart installed) {
        var version = installed.chart().map(InstalledChart.ChartName::version);
        if (version.isEmpty()) {
            return Stream.of(problem(installed, "names no chart of a source of the platform in one version"));
        }
        return EXACT.matcher(version.get()).matches()
                ? Stream.empty()
                : Stream.of(problem(installed, "takes any version that fits `" + version.get() + "`"));
    }

    private static Problem problem(InstalledChart installed, String what) {
        return new Problem(
                "G03",
                "The %s %s.".formatted(installed.placed().label(), what),
                installed.placed().from().place(),
                "install the chart by helmRelease(\"%s\", chart(…, repository(\"…\"), \"1.2.3\"), …), or add the source and an exact version"
                        .formatted(installed.name()));
    }
}
