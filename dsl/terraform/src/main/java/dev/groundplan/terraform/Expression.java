package dev.groundplan.terraform;

import java.util.stream.Stream;

/**
 * A value in the Terraform language: known now (a literal), or computed by Terraform.
 *
 * <p>In Terraform JSON a literal renders as a JSON literal, a list or object constructor as a JSON array or object, a template
 * as {@code "…${…}…"}, anything else as {@code "${…}"}.
 *
 * @param <T> what it evaluates to: {@code String}, {@code Number}, {@code Boolean}, {@code List<…>} (Terraform's lists, sets and
 *     tuples), {@code Map<String, …>}, or {@code Object} where the type is not said
 */
public sealed interface Expression<T>
        permits TextLiteral,
                NumberLiteral,
                BoolLiteral,
                NullLiteral,
                ListExpression,
                ObjectExpression,
                ComputedExpression {

    /** Returns the addresses that this expression refers to, in the order written; one may come more than once. */
    default Stream<Address> references() {
        return ExpressionTree.references(this);
    }

    /** Returns this expression in Terraform's native syntax, such as {@code "${var.name}-a"} with its quotes. */
    @Override
    String toString();
}
