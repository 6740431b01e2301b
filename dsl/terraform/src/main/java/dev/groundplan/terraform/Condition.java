package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that must hold: a precondition, a postcondition, the validation of a variable, an assertion of a check.
 *
 * @param condition what must be true
 * @param errorMessage what Terraform says when it is not
 */
public record Condition(Expression<Boolean> condition, Expression<String> errorMessage) {

    /**
     * Checks the condition.
     *
     * @throws IllegalArgumentException if it refers to nothing, which Terraform refuses
     */
    public Condition {
        if (condition.references().findAny().isEmpty()
                && ExpressionTree.freeNames(condition).findAny().isEmpty()) {
            throw new IllegalArgumentException("the condition `" + condition
                    + "` refers to nothing, so that it would always come out the same; refer to what it is about, such as a"
                    + " resource's attribute, a variable or Scope.self(…)");
        }
    }

    /**
     * Returns a condition with a literal message.
     *
     * @throws IllegalArgumentException if the message is blank
     */
    public static Condition of(Expression<Boolean> condition, String errorMessage) {
        if (errorMessage.isBlank()) {
            throw new IllegalArgumentException("a condition needs a message to show when it does not hold; write one"
                    + " sentence that says what must be changed");
        }
        return new Condition(condition, Expressions.text(errorMessage));
    }

    /** Returns a condition with a computed message. */
    public static Condition of(Expression<Boolean> condition, Expression<String> errorMessage) {
        return new Condition(condition, errorMessage);
    }

    Stream<Expression<?>> expressions() {
        return Stream.of(condition, errorMessage);
    }

    static Stream<Address> references(List<Condition> conditions) {
        return conditions.stream().flatMap(Condition::expressions).flatMap(Expression::references);
    }

    static Stream<String> freeNames(List<Condition> conditions) {
        return conditions.stream().flatMap(Condition::expressions).flatMap(ExpressionTree::freeNames);
    }

    static void writeAll(String field, List<Condition> conditions, JsonGenerator to) throws IOException {
        if (!conditions.isEmpty()) {
            to.writeFieldName(field);
            JsonSyntax.writeOneOrMore(conditions, Condition::writeTo, to);
        }
    }

    private void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeFieldName("condition");
        JsonSyntax.write(condition, to);
        to.writeFieldName("error_message");
        JsonSyntax.write(errorMessage, to);
        to.writeEndObject();
    }
}
