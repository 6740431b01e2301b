package dev.groundplan.terraform.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Types by name, each parsed when it is first looked at. Read-only. */
@SuppressWarnings("JdkObsolete") // A NavigableMap has twenty methods more, and nobody navigates here.
final class LazyBlocks extends AbstractMap<String, BlockSchema> implements SortedMap<String, BlockSchema> {

    private final SortedMap<String, LazyBlock> types;

    LazyBlocks(SortedMap<String, LazyBlock> types) {
        this.types = types;
    }

    @Override
    public @Nullable BlockSchema get(@Nullable Object type) {
        LazyBlock found = type == null ? null : types.get(type);
        return found == null ? null : found.block();
    }

    @Override
    public boolean containsKey(@Nullable Object type) {
        return type != null && types.containsKey(type);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(types.keySet());
    }

    @Override
    public Set<Map.Entry<String, BlockSchema>> entrySet() {
        return new Entries();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return types.comparator();
    }

    @Override
    public SortedMap<String, BlockSchema> subMap(String from, String to) {
        return new LazyBlocks(types.subMap(from, to));
    }

    @Override
    public SortedMap<String, BlockSchema> headMap(String to) {
        return new LazyBlocks(types.headMap(to));
    }

    @Override
    public SortedMap<String, BlockSchema> tailMap(String from) {
        return new LazyBlocks(types.tailMap(from));
    }

    @Override
    public String firstKey() {
        return types.firstKey();
    }

    @Override
    public String lastKey() {
        return types.lastKey();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, BlockSchema>> {

        @Override
        public int size() {
            return types.size();
        }

        @Override
        public Iterator<Map.Entry<String, BlockSchema>> iterator() {
            Iterator<Map.Entry<String, LazyBlock>> all = types.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Map.Entry<String, BlockSchema> next() {
                    Map.Entry<String, LazyBlock> entry = all.next();
                    return Map.entry(entry.getKey(), entry.getValue().block());
                }
            };
        }
    }
}
