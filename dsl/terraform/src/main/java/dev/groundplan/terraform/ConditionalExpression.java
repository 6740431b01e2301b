package dev.groundplan.terraform;

/** {@code condition ? whenTrue : whenFalse}. */
record ConditionalExpression<T>(
        Expression<Boolean> condition, Expression<? extends T> whenTrue, Expression<? extends T> whenFalse)
        implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
