package dev.groundplan.files;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files as rendered, in memory: the text of each by its path. Immutable.
 *
 * <p>Refused, each with an {@link IllegalArgumentException} that names both sides: a path twice, names that differ only
 * in case (one file or directory on macOS and Windows), a path that is a file and a directory, and text with an
 * unpaired surrogate, which has no UTF-8.
 */
public final class FileTree {

    private static final FileTree EMPTY = new FileTree(new TreeMap<>(), new TreeMap<>());

    private final SortedMap<FilePath, String> texts;

    /** Every file and directory, by its name in lower case: file systems that ignore case see only that. */
    private final SortedMap<String, Node> nodes;

    private FileTree(SortedMap<FilePath, String> texts, SortedMap<String, Node> nodes) {
        this.texts = texts;
        this.nodes = nodes;
    }

    /** A tree without files. */
    public static FileTree empty() {
        return EMPTY;
    }

    /**
     * The tree of all these files; for thousands of files, much quicker than {@link #with} for each.
     *
     * @throws IllegalArgumentException if two of the files get in each other's way, see the class
     */
    public static FileTree of(Map<FilePath, String> texts) {
        return EMPTY.withAll(texts);
    }

    /**
     * This tree and one more file.
     *
     * @param text the whole text of the file, written as UTF-8
     * @throws IllegalArgumentException if the file gets in the way of another, see the class
     */
    public FileTree with(FilePath path, String text) {
        return withAll(Collections.singletonMap(path, text));
    }

    /**
     * This tree and all files of the other.
     *
     * @throws IllegalArgumentException if a file of the other gets in the way of one of this, see the class
     */
    public FileTree with(FileTree other) {
        return withAll(other.texts);
    }

    /** The text of each file, in the order of the paths; unmodifiable. */
    public SequencedMap<FilePath, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileTree that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /** The paths, for messages. */
    @Override
    public String toString() {
        return texts.keySet().toString();
    }

    private FileTree withAll(Map<FilePath, String> more) {
        var allTexts = new TreeMap<>(texts);
        var allNodes = new TreeMap<>(nodes);
        new TreeMap<>(more).forEach((path, text) -> {
            refuseHalfCharacters(path, text);
            enter(allNodes, path);
            allTexts.put(path, text);
        });
        return new FileTree(allTexts, allNodes);
    }

    private static void enter(SortedMap<String, Node> nodes, FilePath path) {
        enter(nodes, new Node(path, path, false));
        for (var directory = path.directory();
                directory.isPresent();
                directory = directory.get().directory()) {
            enter(nodes, new Node(directory.get(), path, true));
        }
    }

    private static void enter(SortedMap<String, Node> nodes, Node node) {
        var other = nodes.putIfAbsent(folded(node.place), node);
        if (other != null && !(node.directory && other.directory && node.place.equals(other.place))) {
            throw new IllegalArgumentException(clash(other, node));
        }
    }

    /** Both steps: some letters (the Greek sigma, the long s) fold together only through their upper case. */
    private static String folded(FilePath place) {
        return place.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String clash(Node first, Node second) {
        if (!first.place.equals(second.place)) {
            return ("the files `%s` and `%s` differ only in case at `%s`, and macOS and Windows take both for one;"
                            + " write the name in one way, or give one of them another name")
                    .formatted(first.file, second.file, second.place);
        }
        return first.directory == second.directory
                ? "the file `%s` is rendered twice; give each file its own path".formatted(second.file)
                : "`%s` is a file and the directory of `%s`; give one of them another name"
                        .formatted(second.place, first.directory ? first.file : second.file);
    }

    private static void refuseHalfCharacters(FilePath path, String text) {
        int at = Characters.unpairedSurrogate(text);
        if (at >= 0) {
            throw new IllegalArgumentException(
                    "the text of `%s` holds the unpaired surrogate U+%s at index %d, which no UTF-8 file can hold;"
                                    .formatted(path, Characters.hex(text.charAt(at), 4), at)
                            + " write whole characters, such as Character.toString(0x1F600)");
        }
    }

    /** A name in the tree, and the first file that brought it. */
    private record Node(FilePath place, FilePath file, boolean directory) {}
}
