package dev.groundplan.terraform;

import java.util.List;

/**
 * What the typed binding of a data source rests on: a generated class extends this, and each of its methods is one call of {@code set},
 * {@code append}, {@code replace} or {@code read}.
 *
 * @param <S> the extending class
 */
public abstract class DataSourceBinding<S extends DataSourceBinding<S>> implements Declaration, Provided<S> {

    private final DataSource element;

    /** Wraps a data source. */
    protected DataSourceBinding(DataSource element) {
        this.element = element;
    }

    /** Returns the extending class around another value: {@code return new AwsVpc(element);}. */
    protected abstract S rebound(DataSource element);

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

    /** Returns a reference to an attribute. */
    protected final <T> Expression<T> read(String... path) {
        return element.attribute(path);
    }

    /** Returns a reference to an attribute inside another, for which there is no method of its own. */
    public final <T> Expression<T> attribute(String... path) {
        return element.attribute(path);
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
    public final DataSource element() {
        return element;
    }

    @Override
    public final MetaArguments metaArguments() {
        return element.metaArguments();
    }

    @Override
    public final S withMetaArguments(MetaArguments metaArguments) {
        return rebound(element.withMetaArguments(metaArguments));
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof DataSourceBinding<?> that
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
