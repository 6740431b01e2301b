package dev.groundplan.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sizes of {@code instance-types.txt}, by type of instance. */
final class NodeSizes {

    private static final String FILE = "instance-types.txt";

    private final SortedMap<String, NodeSize> byType = new TreeMap<>();

    private NodeSizes() {}

    static NodeSizes read() {
        var sizes = new NodeSizes();
        try (var in = Objects.requireNonNull(NodeSizes.class.getResourceAsStream(FILE), FILE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(sizes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes;
    }

    /** The size of a type, nothing if the file does not have it. */
    Optional<NodeSize> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    private void add(String line) {
        var columns = line.split("\\s*\\|\\s*", 4);
        byType.put(
                columns[0],
                NodeSize.of(
                        Long.parseLong(columns[1]), Long.parseLong(columns[2]), Long.parseLong(columns[3].strip())));
    }
}
