package dev.groundplan.terraform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the typed binding of a nested block rests on: a generated class extends this, and each of its methods is one call of
 * {@code set}, {@code append} or {@code replace}.
 *
 * @param <S> the extending class
 */
public abstract class BlockBinding<S extends BlockBinding<S>> {

    private final Body body;

    /** Wraps the body of a block. */
    protected BlockBinding(Body body) {
        this.body = body;
    }

    /** Returns the extending class around another body. */
    protected abstract S rebound(Body body);

    /** Returns a copy with an attribute set. */
    protected final S set(String attribute, Expression<?> value) {
        return rebound(body.with(attribute, value));
    }

    /** Returns a copy with more nested blocks of a name. */
    protected final S append(String block, BlockBinding<?>... more) {
        return rebound(append(body, block, more));
    }

    /** Returns a copy with these nested blocks in place of all others of the name. */
    protected final S replace(String block, BlockBinding<?>... all) {
        return rebound(replace(body, block, List.of(all)));
    }

    /** Returns a copy with nested blocks that Terraform makes from a collection. */
    public final S withDynamicBlock(DynamicBlock block) {
        return rebound(body.withDynamicBlock(block));
    }

    /** Returns what is in the block. */
    public final Body body() {
        return body;
    }

    static Body append(Body body, String name, BlockBinding<?>... more) {
        List<Body> before = body.blocks().getOrDefault(name, List.of());
        return body.withBlocks(
                name,
                Stream.concat(before.stream(), Arrays.stream(more).map(BlockBinding::body))
                        .toList());
    }

    static Body replace(Body body, String name, List<BlockBinding<?>> all) {
        return body.withBlocks(name, all.stream().<Body>map(BlockBinding::body).toList());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BlockBinding<?> that && getClass() == that.getClass() && body.equals(that.body);
    }

    @Override
    public final int hashCode() {
        return body.hashCode();
    }
}
