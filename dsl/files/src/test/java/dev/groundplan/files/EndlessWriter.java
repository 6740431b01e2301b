package dev.groundplan.files;

import java.nio.file.Path;
import java.util.TreeMap;

/** A program that writes one version of a tree after another until it is killed. */
final class EndlessWriter {

    static final int SIZE = 200_000;

    private EndlessWriter() {}

    public static void main(String[] arguments) {
        var tree = OwnedTree.at(Path.of(arguments[0]), new Header("faceit.FaceitPlatform"));
        for (int i = 0; ; i++) {
            var done = tree.write(version(i), WriteOptions.careful().withMassDelete());
            if (!done.refusals().isEmpty()) {
                throw new IllegalStateException("refused");
            }
        }
    }

    /** Files of one letter each; odd versions have some directories that even ones lack. */
    static FileTree version(int number) {
        var text = Character.toString('a' + number % 26).repeat(SIZE);
        var files = new TreeMap<FilePath, String>();
        for (int i = 0; i < 20; i++) {
            files.put(FilePath.of((number % 2 == 0 ? "even" : "odd") + i % 3 + "/" + i), text);
            files.put(FilePath.of("both/" + i), text);
        }
        return FileTree.of(files);
    }
}
