package dev.groundplan.terraform;

import java.util.List;

/** Text with interpolations; literal parts are never adjacent, and there is more than one part. */
record TemplateExpression(List<Expression<?>> parts) implements ComputedExpression<String> {

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
