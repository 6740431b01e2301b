package dev.groundplan.terraform;

/** An attribute of an object: {@code source.name}. */
record AttributeExpression<T>(Expression<?> source, String name) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
