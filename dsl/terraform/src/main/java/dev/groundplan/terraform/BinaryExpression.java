package dev.groundplan.terraform;

/** An operation on two values. */
record BinaryExpression<T>(BinaryOperator operator, Expression<?> left, Expression<?> right)
        implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
