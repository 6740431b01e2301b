package dev.groundplan.report;

import dev.groundplan.files.FileChange;
import dev.groundplan.files.TreeComparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run did: one line for each file that it touched, and one for all. {@code toString} is the text.
 *
 * @param comparison what was done to each file
 * @param directory the directory written
 * @param took how long it took from the description to the last file
 */
public record Report(TreeComparison comparison, Path directory, Duration took) {

    private static final double MILLIS = 1e3;

    @Override
    public String toString() {
        return lines("created", comparison.created())
                + lines("changed", comparison.changed())
                + lines("deleted", comparison.deleted())
                + summary();
    }

    private String summary() {
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
