package dev.groundplan.files;

import dev.groundplan.files.FileChange.Changed;
import dev.groundplan.files.FileChange.Created;
import dev.groundplan.files.FileChange.Deleted;
import dev.groundplan.files.FileChange.Unchanged;
import dev.groundplan.files.TreeRefusal.EditedByHand;
import dev.groundplan.files.TreeRefusal.InTheWay;
import dev.groundplan.files.TreeRefusal.MassDelete;
import dev.groundplan.files.TreeRefusal.NotOwned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds every change and every refusal before anything is written. */
final class Comparison {

    private final Path root;
    private final Disk disk;
    private final Ownership ownership;
    private final SortedMap<FilePath, String> rendered;
    private final WriteOptions options;

    private final List<FileChange> changes = new ArrayList<>();
    private final List<TreeRefusal> refusals = new ArrayList<>();

    /** Owned files on the disk that are no longer rendered. */
    private final SortedSet<FilePath> going = new TreeSet<>();

    private final SortedMap<String, FilePath> goingInLowerCase = new TreeMap<>();

    private Comparison(Path root, Ownership ownership, FileTree rendered, WriteOptions options) {
        this.root = root;
        this.disk = new Disk(root);
        this.ownership = ownership;
        this.rendered = new TreeMap<>(rendered.texts());
        this.options = options;
    }

    static TreeComparison of(Path root, Ownership ownership, FileTree rendered, WriteOptions options) {
        return new Comparison(root, ownership, rendered, options).result();
    }

    private TreeComparison result() {
        findGoing();
        var paths = new TreeSet<>(going);
        paths.addAll(rendered.keySet());
        for (var path : paths) {
            var text = rendered.get(path);
            if (text == null) {
                delete(path);
            } else {
                write(path, text);
            }
        }
        if (going.size() > 1 && going.size() * 3 > ownership.size() && !options.allowMassDelete()) {
            refusals.add(new MassDelete(List.copyOf(going), ownership.size()));
        }
        return new TreeComparison(changes, refusals);
    }

    private void findGoing() {
        for (var path : ownership.hashes().keySet()) {
            if (!rendered.containsKey(path)
                    && disk.at(path) instanceof Disk.PlainFile file
                    && file.path().equals(path)) {
                going.add(path);
                goingInLowerCase.put(lowerCase(path), path);
            }
        }
    }

    private void delete(FilePath path) {
        var bytes = disk.bytes(path);
        if (ownership.wrote(path, bytes) || options.force()) {
            changes.add(new Deleted(path, Disk.text(bytes)));
        } else {
            refusals.add(new EditedByHand(path, difference(path, bytes, "")));
        }
    }

    private void write(FilePath path, String text) {
        switch (disk.at(path)) {
            case Disk.Nothing() -> changes.add(new Created(path, text));
            case Disk.PlainFile(var file) -> writeWhereFileIs(path, text, file);
            case Disk.Directory(var directory) -> {
                if (becomesEmpty(directory)) {
                    changes.add(new Created(path, text));
                } else {
                    refusals.add(new InTheWay(path, directory, "a directory"));
                }
            }
            case Disk.Special(var obstacle, var kind) -> refusals.add(new InTheWay(path, obstacle, kind));
        }
    }

    private void writeWhereFileIs(FilePath path, String text, FilePath file) {
        if (goes(path, file)) {
            changes.add(new Created(path, text));
        } else if (file.equals(path)) {
            replace(path, text);
        } else {
            refusals.add(new InTheWay(path, file, "a file"));
        }
    }

    /** Whether the file in the place is deleted first: one above the path, or, where case is ignored, the path itself. */
    private boolean goes(FilePath path, FilePath file) {
        if (going.contains(file)) {
            return true;
        }
        var other = goingInLowerCase.get(lowerCase(path));
        return other != null && disk.sameFile(file, other);
    }

    private void replace(FilePath path, String text) {
        var bytes = disk.bytes(path);
        if (Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            changes.add(new Unchanged(path, text));
        } else if (ownership.wrote(path, bytes) || options.force()) {
            changes.add(new Changed(path, Disk.text(bytes), text));
        } else if (ownership.owns(path)) {
            refusals.add(new EditedByHand(path, difference(path, bytes, text)));
        } else {
            refusals.add(new NotOwned(path, difference(path, bytes, text)));
        }
    }

    /** Whether all in it is about to go: owned files, and directories that once held some (a killed run leaves those). */
    private boolean becomesEmpty(FilePath directory) {
        try (var inside = Files.walk(directory.under(root))) {
            return inside.allMatch(this::goesAway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean goesAway(Path entry) {
        var path =
                root.relativize(entry).toString().replace(entry.getFileSystem().getSeparator(), "/");
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                ? ownership.hashes().keySet().stream()
                        .anyMatch(owned -> owned.toString().startsWith(path + "/"))
                : going.stream().anyMatch(owned -> owned.toString().equals(path));
    }

    private static String difference(FilePath path, byte[] bytes, String text) {
        return TextDifference.unified(path + " (on disk)", Disk.text(bytes), path + " (rendered)", text);
    }

    private static String lowerCase(FilePath path) {
        return path.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
