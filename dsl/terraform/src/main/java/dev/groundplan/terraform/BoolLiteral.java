package dev.groundplan.terraform;

/**
 * A literal {@code true} or {@code false}.
 *
 * @param value which of the two
 */
public record BoolLiteral(boolean value) implements Expression<Boolean> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
