package dev.groundplan.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that a chart is installed with, as a tree. Renders to {@code HelmRelease.spec.values}.
 *
 * <pre>{@code
 * chartValues()
 *         .with("replicaCount", 2)
 *         .with("serviceAccount.name", "metrics-server")
 *         .with("podAnnotations.example\\.com/team", "shop")
 * }</pre>
 *
 * <p>A path has its keys with {@code .} between; a point inside a key is written {@code \.}, as for {@code helm --set}. A text
 * is taken letter by letter, also {@code ${}} and what looks like a number.
 *
 * @see <a href="https://fluxcd.io/flux/components/helm/helmreleases/#values">Flux: values of a HelmRelease</a>
 */
public final class ChartValues {

    private static final ChartValues NONE = new ChartValues(new TreeMap<>());
    private static final String BETWEEN_KEYS = "(?<!\\\\)\\.";

    private final SortedMap<String, Object> tree;

    private ChartValues(SortedMap<String, Object> tree) {
        this.tree = Collections.unmodifiableSortedMap(tree);
    }

    /** Returns no values: the chart's own defaults. */
    public static ChartValues chartValues() {
        return NONE;
    }

    /**
     * Returns these values with a text; it takes the place of what was there.
     *
     * @throws IllegalArgumentException if a key of the path is empty, or one on the way holds no map
     */
    public ChartValues with(String path, String text) {
        return set(path, text);
    }

    /** Returns these values with a whole number; see {@link #with(String, String)}. */
    public ChartValues with(String path, long number) {
        return set(path, number);
    }

    /** Returns these values with a truth value; see {@link #with(String, String)}. */
    public ChartValues with(String path, boolean truth) {
        return set(path, truth);
    }

    /** Returns these values with a map; see {@link #with(String, String)}. */
    public ChartValues with(String path, ChartValues map) {
        return set(path, map.tree);
    }

    /** Returns these values with a list of texts; see {@link #with(String, String)}. */
    public ChartValues withTexts(String path, List<String> texts) {
        return set(path, List.copyOf(texts));
    }

    /** Returns these values with a list of maps; see {@link #with(String, String)}. */
    public ChartValues withMaps(String path, ChartValues... maps) {
        return set(path, List.of(maps).stream().map(map -> map.tree).toList());
    }

    /** Returns these values and those; where both say something, those do, and maps are put together. */
    public ChartValues and(ChartValues others) {
        return new ChartValues(merged(tree, others.tree));
    }

    /** Returns what is at this path, if anything is; the path as in {@link #with(String, String)}. */
    public Optional<Object> at(String path) {
        Optional<Object> node = Optional.of(tree);
        for (var key : keys(path)) {
            node = node.filter(Map.class::isInstance).flatMap(map -> Optional.ofNullable(map(map).get(key)));
        }
        return node;
    }

    /** Returns the tree: texts, numbers, truth values, lists and maps. */
    public SortedMap<String, Object> tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChartValues values && values.tree.equals(tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return tree.toString();
    }

    private ChartValues set(String path, Object value) {
        return new ChartValues(set(tree, keys(path), 0, value));
    }

    private static List<String> keys(String path) {
        var keys = new ArrayList<String>();
        for (var key : path.split(BETWEEN_KEYS, -1)) {
            if (key.isEmpty()) {
                throw new IllegalArgumentException(
                        "`%s` is no path of a value: write its keys with points between, as in with(\"serviceAccount.name\", …), and a point inside a key as `\\.`."
                                .formatted(path));
            }
            keys.add(key.replace("\\.", "."));
        }
        return keys;
    }

    private static SortedMap<String, Object> set(
            SortedMap<String, Object> map, List<String> keys, int depth, Object value) {
        var copy = new TreeMap<>(map);
        var key = keys.get(depth);
        if (depth == keys.size() - 1) {
            copy.put(key, value);
            return Collections.unmodifiableSortedMap(copy);
        }
        var below = copy.getOrDefault(key, new TreeMap<String, Object>());
        if (!(below instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("`%s` holds %s already, so `%s` can't be below it: set one of the two."
                    .formatted(String.join(".", keys.subList(0, depth + 1)), below, String.join(".", keys)));
        }
        copy.put(key, set(map(below), keys, depth + 1, value));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static SortedMap<String, Object> merged(SortedMap<String, Object> first, SortedMap<String, Object> second) {
        var all = new TreeMap<>(first);
        second.forEach((key, value) -> {
            var before = all.get(key);
            all.put(
                    key,
                    before instanceof Map<?, ?> && value instanceof Map<?, ?>
                            ? merged(map(before), map(value))
                            : value);
        });
        return Collections.unmodifiableSortedMap(all);
    }

    /** Every map in the tree is one that this class has put there. */
    @SuppressWarnings("unchecked")
    private static SortedMap<String, Object> map(Object value) {
        return (SortedMap<String, Object>) value;
    }
}
