package dev.groundplan.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Makes expressions. Operators are in {@link Operators}, names that Terraform binds itself in {@link Scope}. */
public final class Expressions {

    private Expressions() {}

    /**
     * Returns literal text; <code>${</code> and <code>%{</code> in it stay as they are.
     *
     * @throws IllegalArgumentException if it holds half a surrogate pair
     */
    public static Expression<String> text(String literal) {
        return new TextLiteral(literal);
    }

    /** Returns a whole number. */
    public static Expression<Number> number(long value) {
        return new NumberLiteral(BigDecimal.valueOf(value));
    }

    /**
     * Returns a number, in the shortest decimal form that reads back as the same {@code double}.
     *
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public static Expression<Number> number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Terraform has no number `" + value + "`; give a finite one");
        }
        return new NumberLiteral(BigDecimal.valueOf(value));
    }

    /** Returns a number of any size; Terraform keeps 512 bits of it. */
    public static Expression<Number> number(BigDecimal value) {
        return new NumberLiteral(value);
    }

    /** Returns {@code true} or {@code false}. */
    public static Expression<Boolean> bool(boolean value) {
        return new BoolLiteral(value);
    }

    /** Returns {@code null}: an attribute set to it counts as left out. */
    public static <T> Expression<T> nullValue() {
        return new NullLiteral<>();
    }

    /** Returns a list, {@code [a, b]}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied, not kept.
    public static <E> Expression<List<E>> list(Expression<? extends E>... elements) {
        return new ListExpression<>(List.of(elements));
    }

    /** Returns a list, {@code [a, b]}. */
    public static <E> Expression<List<E>> list(List<? extends Expression<? extends E>> elements) {
        return new ListExpression<>(List.copyOf(elements));
    }

    /** Returns a list of literal texts, {@code ["a", "b"]}. */
    public static Expression<List<String>> texts(Iterable<String> literals) {
        List<Expression<? extends String>> elements = new ArrayList<>();
        literals.forEach(literal -> elements.add(text(literal)));
        return new ListExpression<>(elements);
    }

    /** Returns a map, in the order given. Any key is kept as it stands, {@code //} and <code>${</code> included. */
    public static <V> Expression<Map<String, V>> map(SequencedMap<String, ? extends Expression<? extends V>> entries) {
        return new ObjectExpression<>(entriesOf(entries));
    }

    /** Returns a map whose keys may be computed; the entries in the order given. */
    public static <V> Expression<Map<String, V>> map(List<ObjectExpression.Entry> entries) {
        return new ObjectExpression<>(entries);
    }

    /** Returns a map of literal texts, in the order given. */
    public static Expression<Map<String, String>> textMap(SequencedMap<String, String> entries) {
        return new ObjectExpression<>(entries.entrySet().stream()
                .map(entry -> new ObjectExpression.Entry(text(entry.getKey()), text(entry.getValue())))
                .toList());
    }

    /** Returns an object, in the order given. */
    public static Expression<Object> object(SequencedMap<String, ? extends Expression<?>> attributes) {
        return new ObjectExpression<>(entriesOf(attributes));
    }

    private static List<ObjectExpression.Entry> entriesOf(SequencedMap<String, ? extends Expression<?>> map) {
        return map.entrySet().stream()
                .map(entry -> new ObjectExpression.Entry(text(entry.getKey()), entry.getValue()))
                .toList();
    }

    /**
     * Returns a reference to an element or to one of its attributes, {@code aws_vpc.main.id}. Elements give it themselves
     * ({@link Resource#attribute}, {@link Variable#value}); this is for an element that is only known by address.
     *
     * @throws IllegalArgumentException if nothing can refer to an address of that kind, such as an output
     */
    public static <T> Expression<T> reference(Address address, String... attributes) {
        return attribute(new ReferenceExpression<>(address.requireReferable()), attributes);
    }

    /** Returns an attribute of an object, or of an object inside it: {@code source.a.b}. */
    @SuppressWarnings("unchecked") // The type is a phantom that the caller chooses.
    public static <T> Expression<T> attribute(Expression<?> source, String... path) {
        Expression<?> reached = source;
        for (String name : path) {
            reached = Identifier.matches(name)
                    ? new AttributeExpression<>(reached, name)
                    : new IndexExpression<>(reached, text(name));
        }
        return (Expression<T>) reached;
    }

    /** Returns one element of a list, {@code source[0]}. */
    public static <E> Expression<E> index(Expression<? extends List<? extends E>> source, long index) {
        if (index < 0) {
            throw new IllegalArgumentException("a Terraform list has no index " + index + "; the first element is 0");
        }
        return index(source, number(index));
    }

    /** Returns one element of a list, {@code source[index]}. */
    public static <E> Expression<E> index(Expression<? extends List<? extends E>> source, Expression<Number> index) {
        return new IndexExpression<>(source, index);
    }

    /** Returns the value under a key, {@code source["key"]}. */
    public static <V> Expression<V> key(Expression<? extends Map<String, ? extends V>> source, String key) {
        return key(source, text(key));
    }

    /** Returns the value under a key, {@code source[key]}. */
    public static <V> Expression<V> key(Expression<? extends Map<String, ? extends V>> source, Expression<String> key) {
        return new IndexExpression<>(source, key);
    }

    /**
     * Returns an attribute of every element, {@code source[*].a.b}; without attributes the source as a list, which is empty
     * for {@code null} and has one element for anything that is no list.
     */
    public static <T> Expression<List<T>> splat(Expression<?> source, String... attributes) {
        return new SplatExpression<>(
                source,
                Arrays.stream(attributes)
                        .map(name -> Identifier.require("attribute", name))
                        .toList());
    }

    /**
     * Returns a function call, {@code cidrsubnet(a, 8, 1)}.
     *
     * @param function its name, or {@code provider::<provider>::<function>}
     * @see <a href="https://developer.hashicorp.com/terraform/language/functions">functions</a>
     */
    public static <T> Expression<T> call(String function, Expression<?>... arguments) {
        return new CallExpression<>(Identifier.requireFunction(function), List.of(arguments), false);
    }

    /** Returns a function call whose last argument is a list that holds the remaining arguments, {@code max(list...)}. */
    public static <T> Expression<T> callSpread(String function, Expression<?>... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("`" + function + "(...)` spreads its last argument and was given none");
        }
        return new CallExpression<>(Identifier.requireFunction(function), List.of(arguments), true);
    }

    /** Returns the value as JSON text, {@code jsonencode(value)}. */
    public static Expression<String> jsonencode(Expression<?> value) {
        return call("jsonencode", value);
    }

    /** Returns {@code condition ? whenTrue : whenFalse}. */
    public static <T> Expression<T> conditional(
            Expression<Boolean> condition, Expression<? extends T> whenTrue, Expression<? extends T> whenFalse) {
        return new ConditionalExpression<>(condition, whenTrue, whenFalse);
    }

    /** Returns {@code [for variable in source : result]}. */
    public static <E, R> Expression<List<R>> forList(
            LoopVariable<E> variable, Expression<?> source, Expression<? extends R> result) {
        return Loop.over(variable, source).list(result);
    }

    /** Returns {@code {for variable in source : key => result}}. */
    public static <E, R> Expression<Map<String, R>> forMap(
            LoopVariable<E> variable, Expression<?> source, Expression<String> key, Expression<? extends R> result) {
        return Loop.over(variable, source).map(key, result);
    }

    /**
     * Returns text made of parts: literal text stands for itself, anything else is interpolated: {@code
     * template(text("arn:"), partition)} renders to {@code "arn:${…}"}. It is always text, also when its only part is a
     * number.
     */
    public static Expression<String> template(Expression<?>... parts) {
        List<Expression<?>> merged = merged(Arrays.stream(parts)
                .<Expression<?>>flatMap(Expressions::flattened)
                .toList());
        if (merged.isEmpty()) {
            return text("");
        }
        if (merged.size() > 1) {
            return new TemplateExpression(merged);
        }
        return merged.getFirst() instanceof TextLiteral literal ? literal : call("tostring", merged.getFirst());
    }

    private static Stream<? extends Expression<?>> flattened(Expression<?> part) {
        return part instanceof TemplateExpression template ? template.parts().stream() : Stream.of(part);
    }

    private static List<Expression<?>> merged(List<Expression<?>> parts) {
        List<Expression<?>> merged = new ArrayList<>();
        for (Expression<?> part : parts) {
            Optional<TextLiteral> before = merged.isEmpty() ? Optional.empty() : literal(merged.getLast());
            Optional<TextLiteral> here = literal(part);
            if (here.isPresent() && before.isPresent()) {
                merged.set(
                        merged.size() - 1,
                        new TextLiteral(before.get().value() + here.get().value()));
            } else if (here.isEmpty() || !here.get().value().isEmpty()) {
                merged.add(part);
            }
        }
        return merged;
    }

    private static Optional<TextLiteral> literal(Expression<?> part) {
        return part instanceof TextLiteral text ? Optional.of(text) : Optional.empty();
    }
}
