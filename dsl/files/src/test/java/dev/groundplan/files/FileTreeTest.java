package dev.groundplan.files;

import static dev.groundplan.files.OwnedTreeTest.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileTreeTest {

    @Test
    void files_are_sorted_by_path_however_they_came() {
        var tree = files("b/c", "1", "a", "2").with(files("b/a", "3"));

        assertThat(tree.texts().toString()).isEqualTo("{a=2, b/a=3, b/c=1}");
        assertThat(tree).isEqualTo(FileTree.of(new TreeMap<>(tree.texts()))).hasToString("[a, b/a, b/c]");
        assertThatThrownBy(() -> tree.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_file_twice_is_refused() {
        assertRefused(
                files("a/b", "1"), files("a/b", "1"), "the file `a/b` is rendered twice; give each file its own path");
    }

    @Test
    void names_that_differ_only_in_case_are_refused() {
        assertRefused(
                files("Apps/a", "1"),
                files("apps/b", "2"),
                "the files `Apps/a` and `apps/b` differ only in case at `apps`, and macOS and Windows take both for one;"
                        + " write the name in one way, or give one of them another name");
        assertRefused(
                files("x/ΟΣ", "1"),
                files("x/ος", "2"),
                "the files `x/ΟΣ` and `x/ος` differ only in case at `x/ος`, and macOS and Windows take both for one;"
                        + " write the name in one way, or give one of them another name");
    }

    @Test
    void a_file_that_is_also_a_directory_is_refused() {
        var message = "`a/b` is a file and the directory of `a/b/c`; give one of them another name";
        assertRefused(files("a/b", "1"), files("a/b/c", "2"), message);
        assertRefused(files("a/b/c", "1"), files("a/b", "2"), message);
    }

    @Test
    void text_that_has_no_utf8_is_refused() {
        assertThatThrownBy(() -> files("a", "x\ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the text of `a` holds the unpaired surrogate U+D83D at index 1, which no UTF-8 file can hold;"
                                + " write whole characters, such as Character.toString(0x1F600)");
    }

    private static void assertRefused(FileTree tree, FileTree more, String message) {
        assertThatThrownBy(() -> tree.with(more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
