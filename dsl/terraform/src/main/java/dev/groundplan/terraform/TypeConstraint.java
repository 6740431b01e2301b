package dev.groundplan.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The type of a variable.
 *
 * @param <T> the type of expressions that refer to it
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/type-constraints">type constraints</a>
 */
@SuppressWarnings("UnusedTypeParameter") // It types the references.
public final class TypeConstraint<T> {

    private final String text;

    private TypeConstraint(String text) {
        this.text = text;
    }

    /** Returns {@code string}. */
    public static TypeConstraint<String> string() {
        return new TypeConstraint<>("string");
    }

    /** Returns {@code number}. */
    public static TypeConstraint<Number> number() {
        return new TypeConstraint<>("number");
    }

    /** Returns {@code bool}. */
    public static TypeConstraint<Boolean> bool() {
        return new TypeConstraint<>("bool");
    }

    /** Returns {@code any}: Terraform takes the type of the value. */
    public static TypeConstraint<Object> any() {
        return new TypeConstraint<>("any");
    }

    /** Returns {@code list(element)}. */
    public static <E> TypeConstraint<List<E>> list(TypeConstraint<E> element) {
        return new TypeConstraint<>("list(" + element + ")");
    }

    /** Returns {@code set(element)}. */
    public static <E> TypeConstraint<List<E>> set(TypeConstraint<E> element) {
        return new TypeConstraint<>("set(" + element + ")");
    }

    /** Returns {@code map(element)}. */
    public static <E> TypeConstraint<Map<String, E>> map(TypeConstraint<E> element) {
        return new TypeConstraint<>("map(" + element + ")");
    }

    /** Returns {@code tuple([a, b])}. */
    public static TypeConstraint<List<Object>> tuple(List<TypeConstraint<?>> elements) {
        return new TypeConstraint<>(
                elements.stream().map(TypeConstraint::toString).collect(Collectors.joining(", ", "tuple([", "])")));
    }

    /**
     * Returns {@code object({a = …, b = …})}, in the order given.
     *
     * @throws IllegalArgumentException if a name is no identifier
     */
    public static TypeConstraint<Object> object(SequencedMap<String, TypeConstraint<?>> attributes) {
        return new TypeConstraint<>(new LinkedHashMap<>(attributes)
                .entrySet().stream()
                        .map(entry -> Identifier.require("attribute", entry.getKey()) + " = " + entry.getValue())
                        .collect(Collectors.joining(", ", "object({", "})")));
    }

    /** Returns {@code optional(type)}, for an attribute of an object that may be left out and is null then. */
    public static <E> TypeConstraint<E> optional(TypeConstraint<E> type) {
        return new TypeConstraint<>("optional(" + type + ")");
    }

    /** Returns {@code optional(type, default)}, for an attribute of an object that may be left out. */
    public static <E> TypeConstraint<E> optional(TypeConstraint<E> type, Expression<? extends E> otherwise) {
        JsonSyntax.requireConstant("the default of an optional attribute", otherwise);
        return new TypeConstraint<>("optional(" + type + ", " + otherwise + ")");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeConstraint<?> that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the constraint as Terraform writes it, such as {@code list(string)}. */
    @Override
    public String toString() {
        return text;
    }
}
