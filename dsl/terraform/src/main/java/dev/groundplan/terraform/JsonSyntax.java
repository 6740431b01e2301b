package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.groundplan.terraform.TerraformText.Next;
import java.io.IOException;
import java.util.List;

/** Writes expressions as the values of Terraform JSON. */
final class JsonSyntax {

    private JsonSyntax() {}

    /** Writes a value where Terraform evaluates text as a template. */
    static void write(Expression<?> expression, JsonGenerator to) throws IOException {
        switch (expression) {
            case TextLiteral text -> to.writeString(template(text));
            case NumberLiteral number -> to.writeNumber(number.digits());
            case BoolLiteral bool -> to.writeBoolean(bool.value());
            case NullLiteral<?> none -> to.writeNull();
            case ListExpression<?> list -> writeList(list, to);
            case ObjectExpression<?> object -> writeObject(object, to);
            case ComputedExpression<?> computed -> to.writeString(template(computed));
        }
    }

    private static void writeList(ListExpression<?> list, JsonGenerator to) throws IOException {
        to.writeStartArray();
        for (Expression<?> element : list.elements()) {
            write(element, to);
        }
        to.writeEndArray();
    }

    private static void writeObject(ObjectExpression<?> object, JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (ObjectExpression.Entry entry : object.entries()) {
            to.writeFieldName(template(entry.key()));
            write(entry.value(), to);
        }
        to.writeEndObject();
    }

    /**
     * Writes a constant where Terraform takes text as it stands, without templates: the backend, a variable's default,
     * versions, descriptions.
     */
    static void writeConstant(Expression<?> expression, JsonGenerator to) throws IOException {
        switch (expression) {
            case TextLiteral text -> to.writeString(text.value());
            case ListExpression<?> list -> {
                to.writeStartArray();
                for (Expression<?> element : list.elements()) {
                    writeConstant(element, to);
                }
                to.writeEndArray();
            }
            case ObjectExpression<?> object -> {
                to.writeStartObject();
                for (ObjectExpression.Entry entry : object.entries()) {
                    to.writeFieldName(((TextLiteral) entry.key()).value());
                    writeConstant(entry.value(), to);
                }
                to.writeEndObject();
            }
            default -> write(expression, to);
        }
    }

    /**
     * Returns the constant unchanged.
     *
     * @throws IllegalArgumentException if Terraform would have to compute it
     */
    @CanIgnoreReturnValue
    static <T extends Expression<?>> T requireConstant(String what, T expression) {
        if (!isConstant(expression)) {
            throw new IllegalArgumentException(
                    what + " takes only literals, because Terraform reads it before it computes"
                            + " anything; it was given " + expression);
        }
        return expression;
    }

    private static boolean isConstant(Expression<?> expression) {
        return !(expression instanceof ComputedExpression)
                && ExpressionTree.children(expression).allMatch(JsonSyntax::isConstant);
    }

    /** Writes one thing of a list. */
    interface Writer<V> {
        void write(V value, JsonGenerator to) throws IOException;
    }

    /** Writes the only value as it is, several as an array: the two forms of a block in Terraform JSON. */
    static <V> void writeOneOrMore(List<V> values, Writer<V> writer, JsonGenerator to) throws IOException {
        if (values.size() == 1) {
            writer.write(values.getFirst(), to);
        } else {
            writeArray(values, writer, to);
        }
    }

    static <V> void writeArray(List<V> values, Writer<V> writer, JsonGenerator to) throws IOException {
        to.writeStartArray();
        for (V value : values) {
            writer.write(value, to);
        }
        to.writeEndArray();
    }

    static void writeStrings(String field, List<?> values, JsonGenerator to) throws IOException {
        to.writeFieldName(field);
        writeArray(values, (value, generator) -> generator.writeString(value.toString()), to);
    }

    private static String template(Expression<?> expression) {
        return switch (expression) {
            case TextLiteral text -> TerraformText.atTemplateStart(text.value(), Next.END);
            case TemplateExpression template -> parts(template.parts());
            default -> "${" + expression + "}";
        };
    }

    private static String parts(List<Expression<?>> parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Next follows = i + 1 < parts.size() ? Next.INTERPOLATION : Next.END;
            if (!(parts.get(i) instanceof TextLiteral literal)) {
                text.append("${").append(parts.get(i)).append('}');
            } else if (i == 0) {
                text.append(TerraformText.atTemplateStart(literal.value(), follows));
            } else {
                text.append(TerraformText.inTemplate(literal.value(), follows));
            }
        }
        return text.toString();
    }
}
