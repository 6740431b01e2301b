package dev.groundplan.terraform;

import java.util.List;

/**
 * A block that Terraform can repeat and order: a resource, data source, ephemeral resource or module call.
 *
 * @param <S> the block's own type
 */
public interface Repeatable<S> {

    /** Returns the meta-arguments set so far. */
    MetaArguments metaArguments();

    /**
     * Returns a copy with other meta-arguments.
     *
     * @throws IllegalArgumentException if one of them does not exist for this kind of block
     */
    S withMetaArguments(MetaArguments metaArguments);

    /**
     * Returns a copy that is made after these and destroyed before them, as well as after those given before ({@code
     * depends_on}). Only needed where no expression refers to them.
     *
     * @throws IllegalArgumentException if one is nothing to depend on, such as an output or a provider
     */
    default S withDependsOn(Declaration... others) {
        return withMetaArguments(metaArguments().withDependsOn(List.of(others)));
    }

    /** Returns a copy that comes this many times ({@code count}); its instances are {@code [0]}, {@code [1]}, … */
    default S withCount(long count) {
        return withCount(Expressions.number(count));
    }

    /**
     * Returns a copy that comes this many times ({@code count}).
     *
     * @throws IllegalArgumentException if {@code for_each} is set
     */
    default S withCount(Expression<Number> count) {
        return withMetaArguments(metaArguments().withCount(count));
    }

    /**
     * Returns a copy that comes once for each entry of a map or element of a set of strings ({@code for_each}); its instances
     * are {@code ["key"]}, and {@link Scope#eachKey()} and {@link Scope#eachValue()} mean the entry.
     *
     * @throws IllegalArgumentException if {@code count} is set
     */
    default S withForEach(Expression<?> mapOrSet) {
        return withMetaArguments(metaArguments().withForEach(mapOrSet));
    }
}
