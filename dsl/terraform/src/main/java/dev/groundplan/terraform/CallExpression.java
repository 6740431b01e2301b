package dev.groundplan.terraform;

import java.util.List;

/** A function call; when {@code spread}, the last argument is a list of the remaining arguments. */
record CallExpression<T>(String function, List<Expression<?>> arguments, boolean spread)
        implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
