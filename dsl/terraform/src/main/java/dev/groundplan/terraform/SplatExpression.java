package dev.groundplan.terraform;

import java.util.List;

/** An attribute of every element: {@code source[*].a.b}; without attributes, the source as a list. */
record SplatExpression<T>(Expression<?> source, List<String> attributes) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
