package dev.groundplan.terraform;

/** A name that Terraform binds itself: {@code each.key}, {@code self}, {@code path.module}, a dynamic block's iterator. */
record ScopeExpression<T>(String root, String attribute) implements ComputedExpression<T> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
