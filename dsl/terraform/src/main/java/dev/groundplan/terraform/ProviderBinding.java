package dev.groundplan.terraform;

import java.util.List;

/**
 * What the typed class of a provider rests on: a generated class extends this, and each of its methods is one call of {@code
 * set}, {@code append} or {@code replace}.
 *
 * @param <S> the extending class
 */
public abstract class ProviderBinding<S extends ProviderBinding<S>> implements Declaration {

    private final Provider element;

    /** Wraps a provider configuration. */
    protected ProviderBinding(Provider element) {
        this.element = element;
    }

    /** Returns the extending class around another value: {@code return new AwsProvider(element);}. */
    protected abstract S rebound(Provider element);

    /** Returns a copy with an attribute set. */
    protected final S set(String attribute, Expression<?> value) {
        return rebound(element.with(attribute, value));
    }

    /** Returns a copy with more nested blocks of a name. */
    protected final S append(String block, BlockBinding<?>... more) {
        return rebound(element.withBody(BlockBinding.append(element.body(), block, more)));
    }

    /** Returns a copy with these nested blocks in place of all others of the name. */
    protected final S replace(String block, BlockBinding<?>... all) {
        return rebound(element.withBody(BlockBinding.replace(element.body(), block, List.of(all))));
    }

    /** Returns a copy for use besides the default configuration, where {@link Provided#withProvider} names it. */
    public final S withAlias(String name) {
        return rebound(element.withAlias(name));
    }

    /** Returns a copy with nested blocks that Terraform makes from a collection. */
    public final S withDynamicBlock(DynamicBlock block) {
        return rebound(element.withDynamicBlock(block));
    }

    /** Returns its address. */
    public final Address address() {
        return element.address();
    }

    @Override
    public final Provider element() {
        return element;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ProviderBinding<?> that
                && getClass() == that.getClass()
                && element.equals(that.element);
    }

    @Override
    public final int hashCode() {
        return element.hashCode();
    }

    /** Returns its address. */
    @Override
    public final String toString() {
        return element.toString();
    }
}
