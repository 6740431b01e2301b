package dev.groundplan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file that names each generated file and its SHA-256, a line each, sorted, under a line of comment:
 * {@code sha256sum --check} reads it.
 */
final class OwnershipList {

    static final String NAME = ".groundplan";

    /** What a run is about to write; it is there only while one runs, or after one was killed. */
    static final String PENDING = ".groundplan.pending";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private OwnershipList() {}

    record Line(FilePath path, String hash) implements Comparable<Line> {

        @Override
        public int compareTo(Line other) {
            int byPath = path.compareTo(other.path);
            return byPath != 0 ? byPath : hash.compareTo(other.hash);
        }
    }

    static String text(Header header, Collection<Line> lines) {
        return new TreeSet<>(lines)
                .stream()
                        .map(line -> line.hash + "  " + line.path + "\n")
                        .collect(Collectors.joining("", "# " + header.text() + "\n", ""));
    }

    static List<Line> read(Path root, String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        int number = 0;
        for (var text : Files.readAllLines(file)) {
            number++;
            if (!text.isBlank() && !text.startsWith("#")) {
                lines.add(line(name, number, text));
            }
        }
        return lines;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Line line(String name, int number, String text) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            throw unreadable(name, number, "is `" + Excerpt.of(text) + "`");
        }
        try {
            return new Line(FilePath.of(line.group(2)), line.group(1));
        } catch (IllegalArgumentException e) {
            throw unreadable(name, number, "names no file of the tree: " + e.getMessage());
        }
    }

    private static IllegalStateException unreadable(String name, int number, String fault) {
        return new IllegalStateException("line " + number + " of `" + name + "` " + fault
                + "\neach line holds a SHA-256, two blanks and a path; take the file back from the last commit"
                + " (after a merge: either side) and generate again, with -Dgroundplan.force if files of the"
                + " other side are refused");
    }
}
