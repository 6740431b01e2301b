package dev.groundplan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever reads "see: docs/checks/X02.md" finds it, and finds it in the list. */
class ChecksPagesTest {

    private static final Path PAGES = Path.of("..", "..", "docs", "checks");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "groundplan");
    private static final Pattern ID = Pattern.compile("\"([A-Z][0-9]{2})\"");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[([A-Z][0-9]{2})]\\(\\1\\.md\\) \\| .+ \\| `([A-Za-z]+)` \\|$");
    private static final String LETTERS = "PRTXKAGW";

    @Test
    void every_id_that_a_problem_can_have_has_a_page_and_every_page_an_id() throws IOException {
        assertThat(pages()).isEqualTo(idsInSources());
    }

    @Test
    void list_has_a_row_for_every_page_in_order() throws IOException {
        var rows = ROW.matcher(Files.readString(PAGES.resolve("README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(new TreeSet<>(rows)).isEqualTo(pages());
        assertThat(rows)
                .isSortedAccordingTo(Comparator.<String>comparingInt(id -> LETTERS.indexOf(id.charAt(0)))
                        .thenComparing(id -> id));
    }

    @Test
    void list_names_classes_that_are_there() throws IOException {
        var list = Files.readString(PAGES.resolve("README.md"));
        var classes = sources().stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .toList();

        assertThat(ROW.matcher(list).results().map(row -> row.group(2))).isSubsetOf(classes);
    }

    private static SortedSet<String> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Z][0-9]{2}\\.md"))
                    .map(name -> name.replace(".md", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static SortedSet<String> idsInSources() throws IOException {
        return sources().stream()
                .flatMap(source -> ID.matcher(text(source)).results().map(id -> id.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
