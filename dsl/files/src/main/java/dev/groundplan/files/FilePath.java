package dev.groundplan.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The place of a file under a root directory: names parted by {@code /}, such as {@code staging/terraform/vpc.tf.json},
 * that mean the same file on Linux, macOS and Windows.
 *
 * <p>Refused, each with an {@link IllegalArgumentException} that says why: absolute paths, {@code .} and {@code ..},
 * empty names, {@code \ : * ? " < > |} and characters that cannot be seen, names that end with a dot or a blank, names
 * of devices on Windows ({@code con}, {@code nul.txt}), {@code .git}, names of more than 255 bytes and paths of more than
 * 1000 bytes in UTF-8, names that are not in Unicode's composed form (NFC; macOS takes both forms for one file).
 */
public final class FilePath implements Comparable<FilePath> {

    /** macOS takes 1024 bytes for a path, with its root. */
    private static final int MOST_BYTES = 1000;

    private final String path;

    private FilePath(String path) {
        this.path = path;
    }

    /**
     * The path that the text says.
     *
     * @throws IllegalArgumentException if it is no portable path inside the tree, see the class
     */
    public static FilePath of(String path) {
        if (path.isEmpty()) {
            throw refused(path, "is empty");
        }
        for (String name : path.split("/", -1)) {
            PortableName.fault(name).ifPresent(fault -> {
                throw refused(path, fault);
            });
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refused(path, "is longer than " + MOST_BYTES + " bytes, and macOS takes no path so long");
        }
        return new FilePath(path);
    }

    /**
     * The path of a file below this directory: {@code FilePath.of("staging").resolve("kubernetes/ns.yaml")}.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public FilePath resolve(String below) {
        return of(path + "/" + below);
    }

    /** The last name: {@code vpc.tf.json} of {@code staging/terraform/vpc.tf.json}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The directory, or nothing for a file at the root of the tree. */
    public Optional<FilePath> directory() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new FilePath(path.substring(0, slash)));
    }

    /** All names from the root on: {@code staging}, {@code terraform}, {@code vpc.tf.json}. */
    public List<String> names() {
        return List.of(path.split("/"));
    }

    /** The file under a root directory of the disk. */
    public Path under(Path root) {
        return root.resolve(path);
    }

    /** In the order of the text, which is the same on any machine. */
    @Override
    public int compareTo(FilePath other) {
        return path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePath that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** The path with {@code /} between names. */
    @Override
    public String toString() {
        return path;
    }

    private static IllegalArgumentException refused(String path, String fault) {
        return new IllegalArgumentException("the path `" + Excerpt.of(path) + "` " + fault
                + "; write names parted by `/`, relative to the root of the tree:"
                + " FilePath.of(\"staging/kubernetes/namespace-orders.yaml\")");
    }
}
