package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParsersTest {

    private static final FilePath FILE = FilePath.of("a/b.yaml");

    @Test
    @RequiresProgram({YamlParsers.PYTHON, YamlParsers.NODE})
    void plain_text_numbers_and_blocks_are_read_alike() {
        assertThat(disagreements("""
                        # a comment
                        text: "no"
                        date: 2026-01-01
                        number: 12
                        fraction: 1.50
                        big: 9007199254740991
                        truth: true
                        nothing: null
                        block: |+
                          two

                        list: [1, {a: b}]
                        ---
                        second: document
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "0123", "12:30:45", "0o17", "=", "12345678901234567890123"})
    @RequiresProgram({YamlParsers.PYTHON, YamlParsers.NODE})
    void what_parsers_read_differently_is_found(String scalar) {
        assertThat(disagreements("value: " + scalar + "\n"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.where()).isEqualTo(FILE));
    }

    @Test
    @RequiresProgram({YamlParsers.PYTHON, YamlParsers.NODE})
    void the_difference_is_shown() {
        assertThat(disagreements("value: no\n"))
                .extracting(Disagreement::toString)
                .containsExactly("""
                        a/b.yaml: JS_YAML reads other data:
                        --- SNAKE_YAML
                        +++ JS_YAML
                        @@ -1,3 +1,3 @@
                         [ {
                        -  "value" : false
                        +  "value" : "no"
                         } ]
                        \\ No newline at end of file
                        """);
    }

    @Test
    @RequiresProgram({YamlParsers.PYTHON, YamlParsers.NODE})
    void what_is_no_yaml_or_has_a_key_twice_is_refused_by_all_three() {
        assertThat(disagreements("a: [\n")).hasSize(3);
        assertThat(disagreements("a: 1\na: 2\n"))
                .extracting(each -> each.message().split(" ", 2)[0])
                .containsExactly("SNAKE_YAML", "JS_YAML", "PY_YAML");
    }

    @Test
    @RequiresProgram(YamlParsers.PYTHON)
    void python_alone_finds_what_it_reads_differently() {
        assertThat(YamlParser.PY_YAML.read(List.of("a: .inf\n", "b: [1, 2026-01-01]\n")))
                .hasToString("[[{\"a\":\"!float Infinity\"}], [{\"b\":[1,\"2026-01-01\"]}]]");
        assertThat(YamlParser.SNAKE_YAML.read(List.of("a: .inf\n", "b: [1, 2026-01-01]\n")))
                .hasToString("[[{\"a\":\"!float Infinity\"}], [{\"b\":[1,\"2026-01-01\"]}]]");
    }

    @Test
    void a_tree_without_yaml_is_refused() {
        assertThatThrownBy(() -> YamlParsers.disagreements(FileTree.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no YAML file in the tree, so there is nothing to compare.");
    }

    private static List<Disagreement> disagreements(String yaml) {
        return YamlParsers.disagreements(FileTree.empty().with(FILE, yaml));
    }
}
