package dev.groundplan.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The budgets of {@code name-budgets.txt}, by resource type. */
final class NameBudgets {

    private static final String FILE = "name-budgets.txt";

    private final SortedMap<String, List<NameBudget>> byType = new TreeMap<>();

    private NameBudgets() {}

    static NameBudgets read() {
        var budgets = new NameBudgets();
        try (var in = Objects.requireNonNull(NameBudgets.class.getResourceAsStream(FILE), FILE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NameBudgets::budget)
                    .forEach(budgets::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return budgets;
    }

    List<NameBudget> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    private void add(NameBudget budget) {
        byType.computeIfAbsent(budget.type(), type -> new ArrayList<>()).add(budget);
    }

    private static NameBudget budget(String line) {
        var columns = line.split("\\s*\\|\\s*", 5);
        var name = columns[0].split("\\.", 2);
        return new NameBudget(
                name[0],
                name[1],
                Integer.parseInt(columns[1]),
                Integer.parseInt(columns[2]),
                Pattern.compile(columns[3]),
                columns[4].strip());
    }
}
