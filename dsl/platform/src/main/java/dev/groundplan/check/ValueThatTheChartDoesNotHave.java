package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.ValueKeys;
import java.util.List;
import java.util.stream.Stream;

/** Finds values of HelmReleases that their chart does not document: Helm takes them without a word. */
final class ValueThatTheChartDoesNotHave implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return InstalledChart.known(platform).stream()
                .flatMap(ValueThatTheChartDoesNotHave::problems)
                .toList();
    }

    private static Stream<Problem> problems(InstalledChart installed) {
        var facts = installed.facts().orElseThrow();
        return facts.keys().unknownIn(installed.values()).stream()
                .map(key -> problem(installed, facts.toString(), key));
    }

    private static Problem problem(InstalledChart installed, String chart, ValueKeys.Unknown key) {
        return new Problem(
                "G12",
                "The %s sets the value `%s`, which the chart %s does not have."
                        .formatted(installed.placed().label(), key.text(), chart),
                installed.placed().from().of(key.text()),
                key.mend());
    }
}
