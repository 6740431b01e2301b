package dev.groundplan.terraform;

/** {@code !a} or {@code -a}. */
record UnaryExpression<T>(String operator, Expression<?> operand) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
