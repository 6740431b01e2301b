package dev.groundplan.terraform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code for} expression in the making, for what {@link Expressions#forList} and {@link Expressions#forMap} have no room
 * for: a second variable, a condition, grouping.
 *
 * <pre>{@code
 * Loop.over(key, value, tags).where(notEqual(value, text(""))).map(call("upper", key), value)
 * // {for key, value in … : upper(key) => value if value != ""}
 * }</pre>
 */
public final class Loop {

    private final LoopHead head;

    private Loop(LoopHead head) {
        this.head = head;
    }

    /** Starts a loop over the elements of a list or set, or the values of a map. */
    public static Loop over(LoopVariable<?> variable, Expression<?> source) {
        return new Loop(LoopHead.of(variable, source));
    }

    /** Starts a loop over indexes and elements of a list, or keys and values of a map. */
    public static Loop over(LoopVariable<?> key, LoopVariable<?> value, Expression<?> source) {
        return new Loop(new LoopHead(List.of(key, value), source, Optional.empty()));
    }

    /** Returns this loop, taking only the elements for which the condition holds. */
    public Loop where(Expression<Boolean> condition) {
        return new Loop(new LoopHead(head.variables(), head.source(), Optional.of(condition)));
    }

    /** Returns a list of results, {@code [for … : result]}. */
    public <R> Expression<List<R>> list(Expression<? extends R> result) {
        return new ListForExpression<>(over(result), result);
    }

    /** Returns a map of results, {@code {for … : key => result}}. Terraform refuses a key that comes twice. */
    public <R> Expression<Map<String, R>> map(Expression<String> key, Expression<? extends R> result) {
        return new MapForExpression<>(over(key, result), key, result, false);
    }

    /** Returns a map of lists, one for each distinct key, {@code {for … : key => result...}}. */
    public <R> Expression<Map<String, List<R>>> groupedMap(Expression<String> key, Expression<? extends R> result) {
        return new MapForExpression<>(over(key, result), key, result, true);
    }

    private LoopHead over(Expression<?>... body) {
        return head.over(Stream.concat(Stream.of(body), head.condition().stream()));
    }
}
