package dev.groundplan.terraform;

/** {@code [for names in source : result if condition]}. */
record ListForExpression<T>(LoopHead head, Expression<?> result) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
