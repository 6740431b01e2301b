package dev.groundplan.files;

import dev.groundplan.files.FileChange.Deleted;
import dev.groundplan.files.FileChange.Unchanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Brings the disk from one tree to the next, so that it can be killed between any two steps and run again.
 *
 * <p>First it notes what it is about to write in {@link OwnershipList#PENDING}: the next run must know those files for
 * Groundplan's own. Then files go, files come, the ownership list is replaced, and the note is deleted.
 */
final class TreeWriter {

    private static final String TEMPORARY = ".groundplan-*.tmp";

    private final Path root;
    private final Header header;
    private final Steps steps;
    private int temporaries;

    TreeWriter(Path root, Header header, Steps steps) {
        this.root = root;
        this.header = header;
        this.steps = steps;
    }

    /** Told of each step before it is done: a test stops the writer there. */
    @FunctionalInterface
    interface Steps {
        void before(String step);
    }

    void write(Ownership ownership, List<FileChange> changes) throws IOException {
        var list = OwnershipList.text(header, lines(changes));
        if (!upToDate(list, changes)) {
            Files.createDirectories(root);
            sweep(ownership);
            notePending(changes);
            delete(ownership, changes);
            writeNew(changes);
            replace(root.resolve(OwnershipList.NAME), list);
            remove(root.resolve(OwnershipList.PENDING));
        }
    }

    private boolean upToDate(String list, List<FileChange> changes) throws IOException {
        var file = root.resolve(OwnershipList.NAME);
        return changes.stream().allMatch(Unchanged.class::isInstance)
                && Files.notExists(root.resolve(OwnershipList.PENDING))
                && Files.exists(file)
                && Files.readString(file).equals(list);
    }

    private void writeNew(List<FileChange> changes) throws IOException {
        for (var change : changes) {
            var text = change.textAfter();
            if (text.isPresent() && !(change instanceof Unchanged)) {
                replace(change.path().under(root), text.get());
            }
        }
    }

    private static List<OwnershipList.Line> lines(List<FileChange> changes) {
        return changes.stream()
                .filter(change -> change.textAfter().isPresent())
                .map(change -> line(change.path(), change.textAfter().get()))
                .toList();
    }

    private static OwnershipList.Line line(FilePath path, String text) {
        return new OwnershipList.Line(path, OwnershipList.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void notePending(List<FileChange> changes) throws IOException {
        var pending = new TreeSet<>(OwnershipList.read(root, OwnershipList.PENDING));
        pending.addAll(lines(changes));
        replace(root.resolve(OwnershipList.PENDING), OwnershipList.text(header, pending));
    }

    /** Deletes what a killed run left half-written: it was at work in directories of owned files only. */
    private void sweep(Ownership ownership) throws IOException {
        var disk = new Disk(root);
        sweep(root);
        var directories = new TreeSet<FilePath>();
        ownership.hashes().keySet().forEach(path -> path.directory().ifPresent(directories::add));
        for (var directory : directories) {
            if (disk.at(directory) instanceof Disk.Directory(var found) && found.equals(directory)) {
                sweep(directory.under(root));
            }
        }
    }

    private void sweep(Path directory) throws IOException {
        try (var leftovers = Files.newDirectoryStream(directory, TEMPORARY)) {
            for (var leftover : leftovers) {
                remove(leftover);
            }
        }
    }

    private void delete(Ownership ownership, Collection<FileChange> changes) throws IOException {
        for (var change : changes) {
            if (change instanceof Deleted(var path, var text)) {
                remove(path.under(root));
            }
        }
        var disk = new Disk(root);
        for (var path : ownership.hashes().keySet()) {
            if (disk.at(path) instanceof Disk.Nothing) {
                removeEmptyDirectories(path);
            }
        }
    }

    private void removeEmptyDirectories(FilePath path) throws IOException {
        for (var above = path.directory();
                above.isPresent();
                above = above.get().directory()) {
            try {
                steps.before("remove directory " + above.get());
                Files.deleteIfExists(above.get().under(root));
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private void remove(Path file) throws IOException {
        steps.before("remove " + root.relativize(file));
        Files.deleteIfExists(file);
    }

    private void replace(Path file, String text) throws IOException {
        var name = TEMPORARY.replace("*", ProcessHandle.current().pid() + "-" + temporaries++);
        var directory = Objects.requireNonNull(file.getParent(), "a file under the root has a directory");
        var temporary = directory.resolve(name);
        steps.before("make the directory of " + root.relativize(file));
        Files.createDirectories(directory);
        try {
            steps.before("write " + root.relativize(temporary));
            Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            steps.before("rename to " + root.relativize(file));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
