package dev.groundplan.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files under a root that Groundplan wrote: what the ownership list says, and what a run that was killed had set out
 * to write.
 *
 * @param hashes of each owned file, every SHA-256 that Groundplan gave it
 */
record Ownership(SortedMap<FilePath, SortedSet<String>> hashes) {

    static Ownership under(Path root) throws IOException {
        var hashes = new TreeMap<FilePath, SortedSet<String>>();
        OwnershipList.read(root, OwnershipList.NAME).forEach(line -> add(hashes, line));
        OwnershipList.read(root, OwnershipList.PENDING).forEach(line -> add(hashes, line));
        return new Ownership(Collections.unmodifiableSortedMap(hashes));
    }

    boolean owns(FilePath path) {
        return hashes.containsKey(path);
    }

    boolean wrote(FilePath path, byte[] bytes) {
        var known = hashes.get(path);
        return known != null && known.contains(OwnershipList.hash(bytes));
    }

    int size() {
        return hashes.size();
    }

    private static void add(Map<FilePath, SortedSet<String>> hashes, OwnershipList.Line line) {
        hashes.computeIfAbsent(line.path(), path -> new TreeSet<>()).add(line.hash());
    }
}
