package dev.groundplan.check;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedFact;
import dev.groundplan.files.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Finds cluster variables that are used and not said, and those of one key that are said with different values. */
final class VariableNobodySays implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var said = new LinkedHashMap<String, PlacedFact>();
        var twice = platform.facts().stream()
                .filter(placed -> placed.fact() instanceof ClusterVariable)
                .flatMap(placed -> twice(placed, said))
                .toList();
        var unsaid = VariableUse.all(platform).stream()
                .filter(use -> !said.containsKey(use.key()))
                .map(use -> unsaid(use, List.copyOf(said.keySet())));
        return Stream.concat(twice.stream(), unsaid).toList();
    }

    private static Stream<Problem> twice(PlacedFact placed, SequencedMap<String, PlacedFact> said) {
        var variable = (ClusterVariable) placed.fact();
        var first = said.putIfAbsent(variable.key(), placed);
        return first == null || text(first).equals(text(placed))
                ? Stream.empty()
                : Stream.of(new Problem(
                        "X27",
                        "The cluster variable `%s` is said with the value `%s`, and with `%s` at %s."
                                .formatted(
                                        variable.key(),
                                        text(placed),
                                        text(first),
                                        first.from().place()),
                        placed.from().place(),
                        "give one of them another key: new ClusterVariable(\"…\", …)"));
    }

    private static String text(PlacedFact placed) {
        return ((ClusterVariable) placed.fact()).value().toString();
    }

    private static Problem unsaid(VariableUse use, List<String> said) {
        return new Problem(
                "X27",
                "The %s uses the cluster variable `%s` at `%s`, and nobody says its value."
                        .formatted(use.who(), use.key(), use.place()),
                use.placed().from().place(),
                NearestName.to(use.key(), said)
                        .map("did you mean `%s`?"::formatted)
                        .orElse("say it beside the object: Elements.none().with(variable)"));
    }
}
