package dev.groundplan.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A directory that belongs to Groundplan file by file, such as {@code generated/}: brought to a rendered {@link FileTree},
 * touching only what Groundplan itself wrote.
 *
 * <p>The ownership list, the file {@code .groundplan} at the root, names each generated file and its SHA-256. Only files
 * that differ are written, each by a temporary file and an atomic rename in its directory; owned files that are no longer
 * rendered are deleted, with the directories that this leaves empty; the ownership list is written last. Killed at any
 * moment, every file is whole, old or new, and the next run completes; a power cut is left to the file system.
 *
 * <p>Refused, all at once and before anything is written ({@link TreeRefusal}): a file that was edited by hand since it
 * was generated, a file in the place of a rendered one that Groundplan did not write (unless it holds the same bytes),
 * symbolic links and directories in the way, and the deletion of more than a third of the owned files (one file may always
 * go). One run at a time may write a directory.
 */
public final class OwnedTree {

    private final Path root;
    private final Header header;
    private final TreeWriter.Steps steps;

    private OwnedTree(Path root, Header header, TreeWriter.Steps steps) {
        this.root = root;
        this.header = header;
        this.steps = steps;
    }

    /**
     * The tree under a directory, which need not exist yet.
     *
     * @param header the first line of the ownership list
     */
    public static OwnedTree at(Path root, Header header) {
        return new OwnedTree(root, header, step -> {});
    }

    static OwnedTree at(Path root, Header header, TreeWriter.Steps steps) {
        return new OwnedTree(root, header, steps);
    }

    /**
     * What {@link #write} would do, or why it would not. Writes nothing.
     *
     * @throws IllegalArgumentException if the tree holds a file of a name that begins with {@code .groundplan}
     * @throws IllegalStateException if the ownership list cannot be read, naming the line
     * @throws UncheckedIOException if a file cannot be read
     */
    public TreeComparison compare(FileTree rendered, WriteOptions options) {
        refuseOwnNames(rendered);
        try {
            return Comparison.of(root, ownership(), rendered, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings the directory to the rendered tree and says what was done. If nothing differs, nothing is touched.
     *
     * @throws TreeRefusedException with every refusal, before anything was written
     * @throws UncheckedIOException if a file cannot be read or written; every file is then whole, old or new
     */
    public TreeComparison write(FileTree rendered, WriteOptions options) {
        var trees = new LinkedHashMap<OwnedTree, FileTree>();
        trees.put(this, rendered);
        return write(trees, options).getFirst();
    }

    /**
     * Brings several directories to their rendered trees, none of them if any is refused, and says what was done to each.
     *
     * @throws TreeRefusedException with every refusal of all of them, before anything was written
     * @throws UncheckedIOException if a file cannot be read or written; every file is then whole, old or new
     */
    public static List<TreeComparison> write(SequencedMap<OwnedTree, FileTree> trees, WriteOptions options) {
        var comparisons = new LinkedHashMap<OwnedTree, TreeComparison>();
        trees.forEach((tree, rendered) -> comparisons.put(tree, tree.compare(rendered, options)));
        var refusals = comparisons.values().stream()
                .flatMap(comparison -> comparison.refusals().stream())
                .toList();
        if (!refusals.isEmpty()) {
            throw new TreeRefusedException(refusals);
        }
        comparisons.forEach(OwnedTree::write);
        return List.copyOf(comparisons.values());
    }

    /** Returns whether anything was ever written here. */
    public boolean isOwned() {
        return Files.exists(root.resolve(OwnershipList.NAME));
    }

    private void write(TreeComparison comparison) {
        try {
            new TreeWriter(root, header, steps).write(ownership(), comparison.changes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ownership ownership() throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new IllegalStateException("`" + root + "` is a file, and a tree of files is to be written there;"
                    + " move it away, or name another directory");
        }
        return Ownership.under(root);
    }

    private static void refuseOwnNames(FileTree rendered) {
        for (var path : rendered.texts().keySet()) {
            if (path.names().stream().anyMatch(name -> name.startsWith(OwnershipList.NAME))) {
                throw new IllegalArgumentException(
                        "the path `" + path + "` has a name that begins with `" + OwnershipList.NAME
                                + "`, where Groundplan keeps its list of files; give the file another name");
            }
        }
    }
}
