package dev.groundplan.describe;

import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Expressions;

/**
 * A value that knows when it is known: now, or only when Terraform has applied. A Terraform attribute takes both.
 *
 * @param <T> what it is to Terraform: {@link String}, {@link Number} or {@link Boolean}
 */
public sealed interface Value<T> {

    /** A value that the description itself knows, and how Terraform writes it. */
    record Known<T>(T value, Expression<T> expression) implements Value<T> {}

    /** A value that exists once Terraform has applied. */
    record AfterApply<T>(Expression<T> expression) implements Value<T> {}

    /** Returns a text known now. */
    static Value<String> known(String text) {
        return new Known<>(text, Expressions.text(text));
    }

    /** Returns a whole number known now. */
    static Value<Number> known(long number) {
        return new Known<>(number, Expressions.number(number));
    }

    /** Returns a truth value known now. */
    static Value<Boolean> known(boolean truth) {
        return new Known<>(truth, Expressions.bool(truth));
    }

    /** Returns a value known once Terraform has applied. */
    static <T> Value<T> afterApply(Expression<T> expression) {
        return new AfterApply<>(expression);
    }

    /** Returns the value as a Terraform attribute takes it. */
    Expression<T> expression();
}
