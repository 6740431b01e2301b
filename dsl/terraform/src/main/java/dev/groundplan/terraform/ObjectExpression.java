package dev.groundplan.terraform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object or map constructor, {@code {a = 1}}.
 *
 * @param <T> {@code Map<String, V>} for a map, {@code Object} for an object
 * @param entries in order
 */
public record ObjectExpression<T>(List<Entry> entries) implements Expression<T> {

    /**
     * One entry.
     *
     * @param key literal text, or an expression that gives the key
     * @param value what stands under it
     */
    public record Entry(Expression<String> key, Expression<?> value) {}

    /**
     * Copies the entries.
     *
     * @throws IllegalArgumentException if a key comes twice
     */
    public ObjectExpression {
        entries = List.copyOf(entries);
        long distinct = entries.stream().map(Entry::key).distinct().count();
        if (distinct < entries.size()) {
            throw new IllegalArgumentException("the key " + firstRepeated(entries)
                    + " comes twice in one object; Terraform would keep the last: remove one");
        }
    }

    /** Returns what stands under a literal key. */
    public Optional<Expression<?>> get(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(new TextLiteral(key)))
                .<Expression<?>>map(Entry::value)
                .findFirst();
    }

    Stream<Expression<?>> children() {
        return entries.stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
    }

    private static Expression<String> firstRepeated(List<Entry> entries) {
        List<Expression<String>> keys = entries.stream().map(Entry::key).toList();
        return keys.stream()
                .filter(key -> keys.indexOf(key) < keys.lastIndexOf(key))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
