package faceit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference.md names lines of the description and files of the output: all of them are there. */
class ReferenceTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern WORD = Pattern.compile("`([a-z][A-Za-z]*)\\((?:…|\"[^`]*)?\\)`");

    @Test
    void every_place_in_the_output_is_there() throws IOException {
        var links = LINK.matcher(reference())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(30)
                .allSatisfy(link -> assertThat(DOCS.resolve(link)).exists());
    }

    @Test
    void every_word_of_the_description_is_said_there() throws IOException {
        var description = Stream.of("FaceitPlatform", "TestApp", "Pipelines")
                .map(name -> text(Path.of("src/main/java/faceit", name + ".java")))
                .collect(Collectors.joining());

        assertThat(rows().flatMap(row -> WORD.matcher(row).results().map((MatchResult word) -> word.group(1))))
                .hasSizeGreaterThan(25)
                .allSatisfy(word -> assertThat(description).contains(word + "("));
    }

    private static Stream<String> rows() throws IOException {
        return reference().lines().filter(line -> line.startsWith("| "));
    }

    private static String reference() throws IOException {
        return Files.readString(DOCS.resolve("reference.md"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
