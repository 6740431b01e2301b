package dev.groundplan.facts;

import dev.groundplan.files.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys of a chart's values, as a tree. Below a key that ends in {@code .*} anything may stand, and so may below one that
 * holds a list: what its entries are, the chart does not say.
 */
public final class ValueKeys {

    private final SortedMap<String, ValueKeys> below = new TreeMap<>();
    private boolean isFree;

    private ValueKeys() {}

    /**
     * A key that the chart does not document.
     *
     * @param path where it stands, such as {@code serviceAccount.nmae}
     * @param known the keys that the chart documents at this place
     */
    public record Unknown(List<String> path, SortedSet<String> known) {

        /** Returns the path with points between. */
        public String text() {
            return String.join(".", path);
        }

        /** Returns the documented path that was most likely meant, as the end of a sentence. */
        public String mend() {
            var before = path.subList(0, path.size() - 1);
            return NearestName.to(path.getLast(), known)
                    .map(near -> {
                        var meant = new ArrayList<>(before);
                        meant.add(near);
                        return "did you mean `" + String.join(".", meant) + "`?";
                    })
                    .orElse("leave it out, or add it to the chart's facts if the chart has it");
        }
    }

    /** Returns the tree of dotted paths. */
    static ValueKeys of(List<String> paths) {
        var root = new ValueKeys();
        paths.forEach(root::add);
        root.isFree = paths.isEmpty();
        return root;
    }

    /** Returns the keys in {@code values} that are not documented, each the uppermost of its kind. */
    public List<Unknown> unknownIn(Map<String, ?> values) {
        var found = new ArrayList<Unknown>();
        collect(values, List.of(), found);
        return found;
    }

    private void add(String path) {
        var node = this;
        for (var step : path.split("\\.", -1)) {
            if (step.equals("*")) {
                node.isFree = true;
            } else {
                node = node.below.computeIfAbsent(step, key -> new ValueKeys());
            }
        }
    }

    private void collect(Map<String, ?> values, List<String> path, List<Unknown> found) {
        if (isFree) {
            return;
        }
        values.forEach((key, value) -> {
            var here = new ArrayList<>(path);
            here.add(key);
            var node = below.get(key);
            if (node == null) {
                found.add(new Unknown(here, new TreeSet<>(below.keySet())));
            } else if (value instanceof Map<?, ?> map) {
                node.collect(textKeys(map), here, found);
            }
        });
    }

    private static SortedMap<String, Object> textKeys(Map<?, ?> map) {
        var keys = new TreeMap<String, Object>();
        map.forEach((key, value) -> keys.put(String.valueOf(key), value));
        return keys;
    }
}
