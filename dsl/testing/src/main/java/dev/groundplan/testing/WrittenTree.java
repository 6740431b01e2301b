package dev.groundplan.testing;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a rendered tree where a real program can read it. */
final class WrittenTree {

    private WrittenTree() {}

    static void write(FileTree tree, Path directory) throws IOException {
        for (var file : tree.texts().entrySet()) {
            var target = file.getKey().under(directory);
            Files.createDirectories(parent(target, directory));
            Files.writeString(target, file.getValue());
        }
    }

    private static Path parent(Path target, Path directory) {
        var parent = target.getParent();
        return parent == null ? directory : parent;
    }

    /** Returns whether a file lies below a directory, at any depth. */
    static boolean below(FilePath directory, FilePath file) {
        return file.toString().startsWith(directory + "/");
    }
}
