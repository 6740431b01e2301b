package dev.groundplan.testing;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.files.OwnedTree;
import dev.groundplan.files.TextDifference;
import dev.groundplan.files.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * The rendered tree against the files that are committed: one test for each object, so that a change shows as the names of
 * what it touches, each with its own difference.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> generated_files_are_what_the_description_renders_to() {
 *     return Snapshots.of(rendered, Path.of("../generated"), new Header("faceit.FaceitPlatform")).tests();
 * }
 * }</pre>
 *
 * <p>The first folder of a path is the environment. There is a test for each Kubernetes object ({@code staging > Deployment
 * test/test-app}), for each element of a Terraform file ({@code staging > infra > aws_vpc.faceit}) and for each other file
 * ({@code staging > kubernetes/apps/kustomization.yaml}); also for files and elements that are committed and no longer
 * rendered. Of a Terraform file there is one more test, of what stands around its elements.
 *
 * <p>With {@code -Dgroundplan.snapshots=update} the committed files are written anew, by the same careful writer as
 * {@code mvn generate}; the tests of what was not up to date fail all the same, so that nobody takes a rewriting run for a
 * checking one.
 */
public final class Snapshots {

    /** The system property that asks for an update. */
    static final String SWITCH = "groundplan.snapshots";

    private final FileTree rendered;
    private final Path committed;
    private final Header header;
    private final boolean update;

    private Snapshots(FileTree rendered, Path committed, Header header, boolean update) {
        this.rendered = rendered;
        this.committed = committed;
        this.header = header;
        this.update = update;
    }

    /**
     * Begins a comparison.
     *
     * @param rendered all files, by paths below the committed directory
     * @param committed the directory, usually {@code generated}; it may be missing
     * @param header the one that the directory is written with
     */
    public static Snapshots of(FileTree rendered, Path committed, Header header) {
        return new Snapshots(rendered, committed, header, "update".equals(System.getProperty(SWITCH)));
    }

    Snapshots withUpdate() {
        return new Snapshots(rendered, committed, header, true);
    }

    /**
     * Compares, and returns a test for each object. If an update is asked for, it happens here.
     *
     * @throws dev.groundplan.files.TreeRefusedException if an update is asked for and would overwrite what was edited by hand
     */
    public Stream<DynamicTest> tests() {
        var now = Snapshot.of(rendered);
        var before = Snapshot.of(onDisk());
        if (update) {
            var changes = OwnedTree.at(committed, header).write(rendered, WriteOptions.careful());
            System.err.println("SNAPSHOTS: wrote " + changes.created().size() + " new and "
                    + changes.changed().size() + " changed files, deleted "
                    + changes.deleted().size() + ", in " + committed);
        }
        var names = new TreeSet<>(now.pieces().keySet());
        names.addAll(before.pieces().keySet());
        if (names.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("anything at all", () -> {
                throw new AssertionFailedError("Nothing is rendered and nothing is committed in `" + committed
                        + "`: these tests would check nothing. Give a rendered tree with files.");
            }));
        }
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> compare(
                                name,
                                Optional.ofNullable(before.pieces().get(name)),
                                Optional.ofNullable(now.pieces().get(name)))));
    }

    private void compare(String name, Optional<Snapshot.Piece> before, Optional<Snapshot.Piece> now) {
        if (before.map(Snapshot.Piece::text).equals(now.map(Snapshot.Piece::text))) {
            return;
        }
        var file = now.or(() -> before)
                .map(piece -> committed.resolve(piece.file().toString()))
                .orElse(committed);
        var what = now.isEmpty()
                ? " is committed in `" + file + "`, and nothing renders to it any more:"
                : before.isEmpty()
                        ? " is rendered, and `" + file + "` does not have it:"
                        : " is rendered otherwise than `" + file + "` has it:";
        var difference = TextDifference.unified(
                "committed",
                before.map(Snapshot.Piece::text).orElse(""),
                "rendered",
                now.map(Snapshot.Piece::text).orElse(""));
        throw new AssertionFailedError("`" + name + "`" + what + "\n\n" + difference + "\n" + mend());
    }

    private String mend() {
        return update
                ? "It was written just now. Review the difference, and run the tests again without -D" + SWITCH
                        + "=update."
                : "If that is as it should be, type `mvn generate` (or run the tests with -D" + SWITCH
                        + "=update) and commit the files.";
    }

    private FileTree onDisk() {
        var texts = new TreeMap<FilePath, String>();
        if (!Files.isDirectory(committed)) {
            return FileTree.empty();
        }
        try (var files = Files.walk(committed)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = committed.relativize(file).toString().replace('\\', '/');
                if (!String.valueOf(file.getFileName()).startsWith(".groundplan")) {
                    texts.put(FilePath.of(path), Files.readString(file));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("`" + committed + "` cannot be read", failure);
        }
        return FileTree.of(texts);
    }
}
