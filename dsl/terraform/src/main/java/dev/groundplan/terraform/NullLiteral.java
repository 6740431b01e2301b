package dev.groundplan.terraform;

/**
 * Terraform's {@code null}: an attribute set to it counts as left out.
 *
 * @param <T> the type it stands for
 */
public record NullLiteral<T>() implements Expression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
