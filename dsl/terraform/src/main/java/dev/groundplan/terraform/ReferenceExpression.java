package dev.groundplan.terraform;

/** An element by its address: {@code aws_vpc.main}, {@code var.name}. */
record ReferenceExpression<T>(Address address) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
