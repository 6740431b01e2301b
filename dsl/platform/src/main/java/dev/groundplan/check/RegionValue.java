package dev.groundplan.check;

import dev.groundplan.facts.ChartFacts.RegionPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The region that a release is told, at the place where its chart is told one. */
final class RegionValue {

    private RegionValue() {}

    static Optional<String> of(InstalledChart installed, RegionPlace place) {
        var value = installed.at(place.path());
        return place.variable()
                .map(variable -> value.flatMap(list -> inList(list, variable)))
                .orElseGet(() -> value.map(String::valueOf));
    }

    private static Optional<String> inList(Object list, String variable) {
        return list instanceof List<?> entries
                ? entries.stream()
                        .filter(entry -> entry instanceof Map<?, ?> map && variable.equals(map.get("name")))
                        .map(entry -> String.valueOf(((Map<?, ?>) entry).get("value")))
                        .findFirst()
                : Optional.empty();
    }
}
