package dev.groundplan.terraform;

/** An element of a list or map: {@code source[index]}. */
record IndexExpression<T>(Expression<?> source, Expression<?> index) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
