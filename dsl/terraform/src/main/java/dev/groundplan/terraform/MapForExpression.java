package dev.groundplan.terraform;

/** {@code {for names in source : key => result if condition}}; when {@code grouped}, values of one key become a list. */
record MapForExpression<T>(LoopHead head, Expression<String> key, Expression<?> result, boolean grouped)
        implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
