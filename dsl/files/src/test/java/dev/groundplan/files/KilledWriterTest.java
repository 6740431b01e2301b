package dev.groundplan.files;

import static dev.groundplan.files.OwnedTreeTest.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    private static final Header HEADER = new Header("faceit.FaceitPlatform");
    private static final WriteOptions CAREFUL = WriteOptions.careful();

    private static final FileTree OLD = files(
            "a",
            "old a",
            "b/b",
            "old b",
            "c/c/c",
            "old c",
            "file",
            "becomes a directory",
            "dir/x",
            "becomes a file",
            "u/1",
            "1",
            "u/2",
            "2",
            "u/3",
            "3",
            "u/4",
            "4",
            "u/5",
            "5");
    private static final FileTree NEW = files(
            "a",
            "new a",
            "b/b",
            "new b",
            "d/d/d",
            "new d",
            "file/x",
            "was a file",
            "dir",
            "was a directory",
            "u/1",
            "1",
            "u/2",
            "2",
            "u/3",
            "3",
            "u/4",
            "4",
            "u/5",
            "5");
    private static final FileTree OTHER = files(
            "a", "other a", "b/b", "old b", "d/e", "other", "u/1", "1", "u/2", "2", "u/3", "3", "u/4", "4", "u/5", "5");

    @TempDir
    private Path directory;

    @Test
    void killed_before_any_step_every_file_is_whole_and_the_next_run_completes() {
        int steps = 0;
        while (killedBefore(steps, directory.resolve("root" + steps), NEW)) {
            steps++;
        }
        assertThat(steps).as("steps that were tried").isGreaterThan(20);
    }

    @Test
    void killed_before_any_step_a_run_of_another_description_completes() {
        int steps = 0;
        while (killedBefore(steps, directory.resolve("root" + steps), OTHER)) {
            steps++;
        }
        assertThat(steps).as("steps that were tried").isGreaterThan(20);
    }

    @Test
    void killed_twice_the_files_of_both_runs_are_known() {
        for (int first = 0; first < 25; first += 4) {
            for (int second = 0; second < 25; second += 3) {
                var root = directory.resolve(first + "-" + second);
                var done = OwnedTree.at(root, HEADER).write(OLD, CAREFUL);
                assertThat(done.created()).hasSize(10);
                boolean once = runUntil(first, root, NEW);
                boolean twice = runUntil(second, root, OTHER);
                assertCompletes(root, NEW, "killed " + once + " before " + first + ", " + twice + " before " + second);
            }
        }
    }

    @Test
    void a_process_that_is_killed_at_any_time_leaves_whole_files() throws IOException, InterruptedException {
        long seed = 20261123;
        System.out.println("KilledWriterTest seed " + seed);
        var random = new Random(seed);
        var root = directory.resolve("root");
        Files.createDirectories(root);
        for (int i = 0; i < 8; i++) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            EndlessWriter.class.getName(),
                            root.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log" + i).toFile())
                    .start();
            while (process.isAlive() && Files.notExists(root.resolve(".groundplan"))) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            boolean ended = process.waitFor(150 + random.nextInt(250), TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as("the writer runs until it is killed: %s", directory.resolve("log" + i))
                    .isFalse();
            int status = process.destroyForcibly().waitFor();
            assertThat(status).isNotZero();
            assertThat(onlyWholeFiles(root)).as("files after kill %d", i).isPositive();
            assertCompletes(root, EndlessWriter.version(1), "after kill " + i);
        }
    }

    private static long onlyWholeFiles(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".groundplan"))
                    .peek(KilledWriterTest::assertWhole)
                    .count();
        }
    }

    private static void assertWhole(Path file) {
        assertThat(file).content().satisfies(text -> {
            assertThat(text).hasSize(EndlessWriter.SIZE);
            assertThat(text.chars().distinct()).hasSize(1);
        });
    }

    /** Whether the run was killed; else there were no more steps. */
    private static boolean killedBefore(int step, Path root, FileTree next) {
        var first = OwnedTree.at(root, HEADER).write(OLD, CAREFUL);
        assertThat(first.created()).hasSize(10);
        boolean killed = runUntil(step, root, NEW);
        assertEachIsWhole(root);
        assertCompletes(root, next, "killed before step " + step);
        return killed;
    }

    private static boolean runUntil(int step, Path root, FileTree files) {
        var steps = new ArrayList<String>();
        try {
            var done = OwnedTree.at(root, HEADER, name -> {
                        if (steps.size() == step) {
                            throw new Killed();
                        }
                        steps.add(name);
                    })
                    .write(files, CAREFUL.withMassDelete());
            assertThat(done.refusals()).isEmpty();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static void assertEachIsWhole(Path root) {
        var whole = new ArrayList<String>();
        OLD.texts().forEach((path, text) -> whole.add(path + " " + text));
        NEW.texts().forEach((path, text) -> whole.add(path + " " + text));
        try (var files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".groundplan"))
                    .forEach(file -> assertThat(whole).contains(root.relativize(file) + " " + read(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertCompletes(Path root, FileTree files, String when) {
        var done = OwnedTree.at(root, HEADER).compare(files, CAREFUL.withMassDelete());
        assertThat(done.refusals()).as(when).isEqualTo(List.of());
        var written = OwnedTree.at(root, HEADER).write(files, CAREFUL.withMassDelete());
        assertThat(written.changes()).isEqualTo(done.changes());
        var expected = new StringBuilder();
        files.texts()
                .forEach((path, text) ->
                        expected.append("== ").append(path).append('\n').append(text));
        assertThat(DiskText.of(root).replaceFirst("(?s)== .groundplan\n.*?(?===)", ""))
                .as(when)
                .isEqualTo(expected.toString());
        assertThat(OwnedTree.at(root, HEADER).compare(files, CAREFUL).upToDate())
                .as(when)
                .isTrue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An error, as the end of a process is no exception that code could catch. */
    private static final class Killed extends Error {
        @java.io.Serial
        private static final long serialVersionUID = 1;
    }

    @Test
    void a_disk_that_fails_leaves_no_temporary_file() {
        var root = directory.resolve("root");
        var done = OwnedTree.at(root, HEADER).write(files("a", "1"), CAREFUL);
        assertThat(done.created()).hasSize(1);
        var failing = OwnedTree.at(root, HEADER, step -> {
            if (step.equals("rename to a")) {
                makeDirectory(root);
            }
        });

        assertThatThrownBy(() -> failing.write(files("a", "2"), CAREFUL))
                .isInstanceOf(java.io.UncheckedIOException.class);

        assertThat(root.toFile().list()).containsExactlyInAnyOrder("a", ".groundplan", ".groundplan.pending");
    }

    private static void makeDirectory(Path root) {
        try {
            Files.delete(root.resolve("a"));
            Files.createDirectories(root.resolve("a/b"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
