package dev.groundplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {

    @Test
    void a_path_knows_its_names() {
        var path = FilePath.of("staging").resolve("kubernetes/ns.yaml");

        assertThat(path).hasToString("staging/kubernetes/ns.yaml");
        assertThat(path.name()).isEqualTo("ns.yaml");
        assertThat(path.names()).containsExactly("staging", "kubernetes", "ns.yaml");
        assertThat(path.directory()).contains(FilePath.of("staging/kubernetes"));
        assertThat(FilePath.of("a").directory()).isEmpty();
        assertThat(path.under(Path.of("root"))).isEqualTo(Path.of("root", "staging", "kubernetes", "ns.yaml"));
        assertThat(path).isEqualTo(FilePath.of("staging/kubernetes/ns.yaml")).isGreaterThan(FilePath.of("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".github/workflows/a.yml",
                "con-a",
                "console",
                "com10",
                "a b",
                "a+b=c@d",
                "été.yaml",
                "日本",
                "..a",
                "~"
            })
    void a_name_that_every_system_takes_is_taken(String path) {
        assertThat(FilePath.of(path)).hasToString(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "/etc/passwd!has an empty name: it begins or ends with `/`, or has two in a row",
                "a/!has an empty name: it begins or ends with `/`, or has two in a row",
                "a//b!has an empty name: it begins or ends with `/`, or has two in a row",
                "../a!has the name `..`, which could lead out of the tree",
                "a/./b!has the name `.`, which could lead out of the tree",
                "C:/a!has a `:` in a name, which Windows does not take",
                "a\\b!has a `\\` in a name, which Windows does not take",
                "a*!has a `*` in a name, which Windows does not take",
                "a?!has a `?` in a name, which Windows does not take",
                "a\"b!has a `\"` in a name, which Windows does not take",
                "a<b!has a `<` in a name, which Windows does not take",
                "a>b!has a `>` in a name, which Windows does not take",
                "a|b!has a `|` in a name, which Windows does not take",
                "a./b!has the name `a.`, and Windows drops a dot or blank at the end of a name",
                "a !has the name `a `, and Windows drops a dot or blank at the end of a name",
                "CON!has the name `CON`, which is a device on Windows",
                "a/nul.txt!has the name `nul.txt`, which is a device on Windows",
                "Lpt1.tar.gz!has the name `Lpt1.tar.gz`, which is a device on Windows",
                "com².x!has the name `com².x`, which is a device on Windows",
                ".Git/hooks!has the name `.Git`, which belongs to git",
            })
    void a_name_that_some_system_does_not_take_is_refused(String path, String fault) {
        assertThatThrownBy(() -> FilePath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the path `" + path + "` " + fault
                        + "; write names parted by `/`, relative to the root of the tree:"
                        + " FilePath.of(\"staging/kubernetes/namespace-orders.yaml\")");
    }

    @Test
    void names_that_cannot_be_shown_are_refused() {
        assertRefused("", "the path `` is empty;");
        assertRefused("a\u0000b", "the path `aU+0000b` has the character U+0000 in a name, which nobody can see;");
        assertRefused("a\u202eb", "the path `aU+202Eb` has the character U+202E in a name, which nobody can see;");
        assertRefused("a\ud83d", "the path `aU+D83D` has the character U+D83D in a name, which nobody can see;");
        assertRefused(
                "e\u0301",
                "the path `e\u0301` has the name `e\u0301` in Unicode's decomposed form, and macOS takes both");
        assertRefused("é".repeat(128), "the path `" + "é".repeat(80) + "…` has a name longer than 255 bytes, which no");
        assertRefused(
                "abcdefghi/".repeat(100) + "a",
                "the path `" + "abcdefghi/".repeat(8) + "…` is longer than 1000 bytes,");
    }

    private static void assertRefused(String path, String message) {
        assertThatThrownBy(() -> FilePath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
