package dev.groundplan.terraform;

/**
 * A repeatable block that a provider serves: a resource, data source or ephemeral resource.
 *
 * @param <S> the block's own type
 */
public interface Provided<S> extends Repeatable<S> {

    /** Returns a copy that is served by this configuration of its provider ({@code provider}), not by the default one. */
    default S withProvider(Provider provider) {
        return withMetaArguments(metaArguments().withProvider(provider));
    }

    /**
     * Returns a copy with these rules of life ({@code lifecycle}) in place of others.
     *
     * @throws IllegalArgumentException if a data source or ephemeral resource gets more than conditions
     */
    default S withLifecycle(Lifecycle lifecycle) {
        return withMetaArguments(metaArguments().withLifecycle(lifecycle));
    }
}
