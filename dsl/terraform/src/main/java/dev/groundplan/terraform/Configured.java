package dev.groundplan.terraform;

/**
 * A block whose attributes and nested blocks a provider defines.
 *
 * @param <S> the block's own type
 */
public interface Configured<S> {

    /** Returns its attributes and nested blocks, meta-arguments left out. */
    Body body();

    /**
     * Returns a copy with another body.
     *
     * @throws IllegalArgumentException if an attribute has the name of a meta-argument
     */
    S withBody(Body body);

    /** Returns a copy with an attribute set. */
    default S with(String attribute, Expression<?> value) {
        return withBody(body().with(attribute, value));
    }

    /** Returns a copy with an attribute set to literal text. */
    default S with(String attribute, String literal) {
        return withBody(body().with(attribute, literal));
    }

    /** Returns a copy with an attribute set to a whole number. */
    default S with(String attribute, long value) {
        return withBody(body().with(attribute, value));
    }

    /** Returns a copy with an attribute set to true or false. */
    default S with(String attribute, boolean value) {
        return withBody(body().with(attribute, value));
    }

    /** Returns a copy with one more nested block. */
    default S withBlock(String name, Body block) {
        return withBody(body().withBlock(name, block));
    }

    /** Returns a copy with nested blocks that Terraform makes from a collection. */
    default S withDynamicBlock(DynamicBlock block) {
        return withBody(body().withDynamicBlock(block));
    }
}
