package dev.groundplan.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds addresses that two elements have. A check's data source counts: its address is taken in the whole module. */
final class Duplicates {

    private Duplicates() {}

    static Stream<ModuleProblem> in(List<Element> elements) {
        Map<Address, Element> seen = new LinkedHashMap<>();
        List<ModuleProblem> problems = new ArrayList<>();
        elements.stream().flatMap(Duplicates::withScoped).forEach(element -> {
            Element first = seen.putIfAbsent(element.address(), element);
            if (first != null) {
                problems.add(new ModuleProblem.DuplicateAddress(first, element));
            }
        });
        return problems.stream();
    }

    private static Stream<Element> withScoped(Element element) {
        return element instanceof CheckBlock check
                ? Stream.concat(Stream.of(check), check.data().stream())
                : Stream.of(element);
    }
}
