package dev.groundplan.report;

import dev.groundplan.files.FileChange;
import dev.groundplan.files.TreeComparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * What a run did: one line for each file that it touched, and one for each directory. {@code toString} is the text.
 *
 * @param trees what was done to each file, by the directory written
 * @param took how long it took from the description to the last file
 */
public record Report(SequencedMap<Path, TreeComparison> trees, Duration took) {

    private static final double MILLIS = 1e3;

    /** Keeps a copy of the map. */
    public Report {
        trees = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(trees));
    }

    @Override
    public String toString() {
        return trees.entrySet().stream()
                .map(tree -> text(tree.getKey(), tree.getValue()))
                .collect(Collectors.joining());
    }

    private String text(Path directory, TreeComparison comparison) {
        return lines("created", comparison.created())
                + lines("changed", comparison.changed())
                + lines("deleted", comparison.deleted())
                + summary(directory, comparison);
    }

    private String summary(Path directory, TreeComparison comparison) {
        return String.format(
                Locale.ROOT,
                "%s: %d files, %d created, %d changed, %d deleted, %d unchanged, in %.2f s\n",
                directory.normalize(),
                comparison.changes().size() - comparison.deleted().size(),
                comparison.created().size(),
                comparison.changed().size(),
                comparison.deleted().size(),
                comparison.unchanged().size(),
                took.toMillis() / MILLIS);
    }

    private static String lines(String what, List<? extends FileChange> changes) {
        return changes.stream()
                .map(change -> "  " + what + "  " + change.path() + "\n")
                .collect(Collectors.joining());
    }
}
