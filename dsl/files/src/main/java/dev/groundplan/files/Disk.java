package dev.groundplan.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** What stands under a root directory, seen without following a symbolic link. */
final class Disk {

    private final Path root;
    private final Map<FilePath, Sight> directories = new TreeMap<>();

    Disk(Path root) {
        this.root = root;
    }

    sealed interface Sight {}

    record Nothing() implements Sight {}

    record PlainFile(FilePath path) implements Sight {}

    record Directory(FilePath path) implements Sight {}

    /** A symbolic link, a pipe, a device. */
    record Special(FilePath path, String kind) implements Sight {}

    /** What stands at the path or, where no directory leads there, what stands in its way. */
    Sight at(FilePath path) {
        var directory = path.directory().map(this::directory);
        if (directory.isPresent() && !(directory.get() instanceof Directory)) {
            return directory.get();
        }
        return look(path);
    }

    byte[] bytes(FilePath path) {
        try {
            return Files.readAllBytes(path.under(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people to read: what is no UTF-8 shows as U+FFFD. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean sameFile(FilePath one, FilePath other) {
        try {
            return Files.isSameFile(one.under(root), other.under(root));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sight directory(FilePath path) {
        var known = directories.get(path);
        if (known == null) {
            known = at(path);
            directories.put(path, known);
        }
        return known;
    }

    private Sight look(FilePath path) {
        try {
            var attributes =
                    Files.readAttributes(path.under(root), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return sight(path, attributes);
        } catch (NoSuchFileException e) {
            return new Nothing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sight sight(FilePath path, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return new Special(path, "a symbolic link");
        }
        if (attributes.isDirectory()) {
            return new Directory(path);
        }
        return attributes.isRegularFile() ? new PlainFile(path) : new Special(path, "no plain file");
    }
}
