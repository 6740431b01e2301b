package dev.groundplan.terraform;

import java.util.List;

/**
 * A list constructor, {@code [a, b]}.
 *
 * @param <E> the type of its elements
 * @param elements in order
 */
public record ListExpression<E>(List<Expression<? extends E>> elements) implements Expression<List<E>> {

    /** Copies the elements. */
    public ListExpression {
        elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
