package dev.groundplan.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sizes of the usual types of instance; {@code instance-types.txt} has them. */
public final class NodeSizes {

    private static final String FILE = "instance-types.txt";

    private final SortedMap<String, NodeSize> byType = new TreeMap<>();

    private NodeSizes() {}

    /** Returns all sizes that are known. */
    public static NodeSizes read() {
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

    /** Returns the size of a type such as {@code m7g.large}, nothing if it is not known. */
    public Optional<NodeSize> of(String type) {
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
