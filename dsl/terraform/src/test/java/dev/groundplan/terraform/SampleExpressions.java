package dev.groundplan.terraform;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates expressions of every form, nested in every way that Terraform's types allow. */
final class SampleExpressions {

    /** The order in which Terraform goes through a map. */
    private static final Comparator<String> BY_CODE_POINT = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private final Random random;
    private final List<LoopVariable<String>> texts = new ArrayList<>();
    private final List<LoopVariable<Number>> numbers = new ArrayList<>();
    private int loops;

    SampleExpressions(Random random) {
        this.random = random;
    }

    /** Returns an expression of any type. */
    Sample<?> any(int depth) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> text(depth);
            case 2 -> number(depth);
            case 3 -> bool(depth);
            case 4 -> textList(depth);
            case 5 -> numberList(depth);
            default -> textMap(depth);
        };
    }

    Sample<String> text(int depth) {
        if (depth <= 0) {
            return texts.isEmpty() || random.nextBoolean() ? literal() : textVariable();
        }
        return switch (random.nextInt(9)) {
            case 0 -> literal();
            case 1, 2 -> template(depth);
            case 3 -> conditional(bool(depth - 1), text(depth - 1), text(depth - 1));
            case 4 -> joined(text(0), textList(depth - 1));
            case 5 -> firstOf(text(depth - 1), textList(depth - 1));
            case 6 -> underKey(depth);
            case 7 -> throughJson(text(depth - 1));
            default -> attributeOf(depth);
        };
    }

    private Sample<String> literal() {
        String text = SampleText.next(random);
        return new Sample<>(Expressions.text(text), variables -> composed(text));
    }

    private Sample<String> textVariable() {
        LoopVariable<String> variable = texts.get(random.nextInt(texts.size()));
        return new Sample<>(variable, variables -> Objects.requireNonNull(variables.get(variable.name())));
    }

    private Sample<String> template(int depth) {
        List<Sample<?>> parts = Stream.<Sample<?>>generate(() -> part(depth - 1))
                .limit(random.nextInt(5))
                .toList();
        Expression<?>[] expressions = parts.stream().map(Sample::expression).toArray(Expression<?>[]::new);
        return new Sample<>(
                Expressions.template(expressions),
                variables -> composed(parts.stream()
                        .map(part -> inText(part.value(variables)))
                        .collect(Collectors.joining())));
    }

    private Sample<?> part(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> number(depth);
            case 1 -> bool(depth);
            default -> text(depth);
        };
    }

    private static String inText(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    private <T> Sample<T> conditional(Sample<Boolean> condition, Sample<T> whenTrue, Sample<T> whenFalse) {
        return new Sample<>(
                Expressions.conditional(condition.expression(), whenTrue.expression(), whenFalse.expression()),
                variables -> condition.<Boolean>value(variables)
                        ? whenTrue.meaning().apply(variables)
                        : whenFalse.meaning().apply(variables));
    }

    private Sample<String> joined(Sample<String> separator, Sample<List<String>> list) {
        return new Sample<>(
                Expressions.call("join", separator.expression(), list.expression()),
                variables -> composed(String.join(separator.value(variables), list.<List<String>>value(variables))));
    }

    private Sample<String> firstOf(Sample<String> first, Sample<List<String>> rest) {
        Expression<List<String>> all =
                Expressions.call("concat", Expressions.list(first.expression()), rest.expression());
        return new Sample<>(Expressions.index(all, 0), first.meaning());
    }

    private Sample<String> underKey(int depth) {
        String key = SampleText.next(random);
        SequencedMap<String, Expression<String>> map = new LinkedHashMap<>();
        Sample<String> value = text(depth - 1);
        map.put(key, value.expression());
        return new Sample<>(Expressions.key(Expressions.map(map), key), value.meaning());
    }

    private <T> Sample<T> throughJson(Sample<T> value) {
        return new Sample<>(
                Expressions.call("jsondecode", Expressions.jsonencode(value.expression())), value.meaning());
    }

    private Sample<String> attributeOf(int depth) {
        SequencedMap<String, Expression<?>> object = new LinkedHashMap<>();
        Sample<String> value = text(depth - 1);
        object.put("null", value.expression());
        object.put("for", Expressions.nullValue());
        return new Sample<>(Expressions.attribute(Expressions.object(object), "null"), value.meaning());
    }

    Sample<Number> number(int depth) {
        if (depth <= 0) {
            return numbers.isEmpty() || random.nextBoolean() ? numberLiteral() : numberVariable();
        }
        return switch (random.nextInt(10)) {
            case 0 -> numberLiteral();
            case 1 -> calculated(Operators::sum, BigDecimal::add, number(depth - 1), number(depth - 1));
            case 2 -> calculated(Operators::difference, BigDecimal::subtract, number(depth - 1), number(depth - 1));
            case 3 -> calculated(Operators::product, BigDecimal::multiply, number(depth - 1), number(depth - 1));
            case 4 -> calculated(Operators::quotient, BigDecimal::divide, number(depth - 1), whole(4, 2, -8, 1));
            case 5 -> calculated(Operators::remainder, BigDecimal::remainder, number(depth - 1), whole(7, 3, 10));
            case 6 -> negated(number(depth - 1));
            case 7 -> conditional(bool(depth - 1), number(depth - 1), number(depth - 1));
            case 8 -> greatest(numberList(depth - 1));
            default -> size(textList(depth - 1));
        };
    }

    private Sample<Number> numberLiteral() {
        BigDecimal value =
                BigDecimal.valueOf(random.nextInt(4001) - 2000).divide(BigDecimal.valueOf(1L << random.nextInt(3)));
        return new Sample<>(Expressions.number(value), variables -> value);
    }

    private Sample<Number> whole(long... choices) {
        long value = choices[random.nextInt(choices.length)];
        return new Sample<>(Expressions.number(value), variables -> BigDecimal.valueOf(value));
    }

    private Sample<Number> numberVariable() {
        LoopVariable<Number> variable = numbers.get(random.nextInt(numbers.size()));
        return new Sample<>(variable, variables -> Objects.requireNonNull(variables.get(variable.name())));
    }

    private static Sample<Number> calculated(
            BiFunction<Expression<Number>, Expression<Number>, Expression<Number>> operator,
            BiFunction<BigDecimal, BigDecimal, BigDecimal> meaning,
            Sample<Number> left,
            Sample<Number> right) {
        return new Sample<>(
                operator.apply(left.expression(), right.expression()),
                variables -> meaning.apply(left.value(variables), right.value(variables)));
    }

    private static Sample<Number> negated(Sample<Number> operand) {
        return new Sample<>(
                Operators.negated(operand.expression()),
                variables -> operand.<BigDecimal>value(variables).negate());
    }

    private static Sample<Number> greatest(Sample<List<Number>> list) {
        Expression<List<Number>> all =
                Expressions.call("concat", Expressions.list(Expressions.number(5)), list.expression());
        return new Sample<>(
                Expressions.callSpread("max", all),
                variables -> Stream.concat(
                                Stream.of(BigDecimal.valueOf(5)), list.<List<BigDecimal>>value(variables).stream())
                        .reduce(BigDecimal::max)
                        .orElseThrow());
    }

    private static Sample<Number> size(Sample<?> list) {
        return new Sample<>(
                Expressions.call("length", list.expression()),
                variables -> BigDecimal.valueOf(list.<List<?>>value(variables).size()));
    }

    Sample<Boolean> bool(int depth) {
        if (depth <= 0) {
            boolean value = random.nextBoolean();
            return new Sample<>(Expressions.bool(value), variables -> value);
        }
        return switch (random.nextInt(10)) {
            case 0 -> logical(Operators::and, Boolean::logicalAnd, bool(depth - 1), bool(depth - 1));
            case 1 -> logical(Operators::or, Boolean::logicalOr, bool(depth - 1), bool(depth - 1));
            case 2 -> not(bool(depth - 1));
            case 3 -> compared(Operators::less, number(depth - 1), number(depth - 1), order -> order < 0);
            case 4 -> compared(Operators::lessOrEqual, number(depth - 1), number(depth - 1), order -> order <= 0);
            case 5 -> compared(Operators::greater, number(depth - 1), number(depth - 1), order -> order > 0);
            case 6 -> compared(Operators::greaterOrEqual, number(depth - 1), number(depth - 1), order -> order >= 0);
            case 7 -> same(text(depth - 1), text(depth - 1));
            case 8 -> different(bool(depth - 1), bool(depth - 1));
            default -> same(bool(depth - 1), bool(depth - 1));
        };
    }

    private static Sample<Boolean> logical(
            BiFunction<Expression<Boolean>, Expression<Boolean>, Expression<Boolean>> operator,
            BiFunction<Boolean, Boolean, Boolean> meaning,
            Sample<Boolean> left,
            Sample<Boolean> right) {
        return new Sample<>(
                operator.apply(left.expression(), right.expression()),
                variables -> meaning.apply(left.value(variables), right.value(variables)));
    }

    private static Sample<Boolean> not(Sample<Boolean> operand) {
        return new Sample<>(Operators.not(operand.expression()), variables -> !operand.<Boolean>value(variables));
    }

    private static Sample<Boolean> compared(
            BiFunction<Expression<Number>, Expression<Number>, Expression<Boolean>> operator,
            Sample<Number> left,
            Sample<Number> right,
            IntPredicate meaning) {
        return new Sample<>(
                operator.apply(left.expression(), right.expression()),
                variables -> meaning.test(left.<BigDecimal>value(variables).compareTo(right.value(variables))));
    }

    private static Sample<Boolean> same(Sample<?> left, Sample<?> right) {
        return new Sample<>(
                Operators.equal(left.expression(), right.expression()),
                variables -> left.value(variables).equals(right.value(variables)));
    }

    private static Sample<Boolean> different(Sample<?> left, Sample<?> right) {
        return new Sample<>(
                Operators.notEqual(left.expression(), right.expression()),
                variables -> !left.value(variables).equals(right.value(variables)));
    }

    Sample<List<String>> textList(int depth) {
        if (depth > 0) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    return textLoop(depth);
                }
                case 1 -> {
                    return mapLoop(depth);
                }
                case 2 -> {
                    return splat(depth);
                }
                default -> {}
            }
        }
        return listOf(
                Stream.generate(() -> text(depth - 1)).limit(random.nextInt(4)).toList());
    }

    Sample<List<Number>> numberList(int depth) {
        if (depth > 0 && random.nextBoolean()) {
            Sample<List<Number>> source = numberList(depth - 1);
            LoopVariable<Number> variable = LoopVariable.named("n" + loops++);
            numbers.add(variable);
            Sample<Number> result = number(depth - 1);
            Sample<Boolean> condition = bool(depth - 1);
            numbers.remove(variable);
            return loop(variable, source, condition, result);
        }
        return listOf(Stream.generate(() -> number(depth - 1))
                .limit(random.nextInt(4))
                .toList());
    }

    private static <E> Sample<List<E>> listOf(List<Sample<E>> elements) {
        List<Expression<E>> expressions =
                elements.stream().map(Sample::expression).toList();
        return new Sample<>(
                Expressions.<E>list(expressions),
                variables -> elements.stream()
                        .map(element -> element.value(variables))
                        .toList());
    }

    private Sample<List<String>> textLoop(int depth) {
        Sample<List<String>> source = textList(depth - 1);
        LoopVariable<String> variable = LoopVariable.named("s" + loops++);
        texts.add(variable);
        Sample<String> result = text(depth - 1);
        Sample<Boolean> condition = bool(depth - 1);
        texts.remove(variable);
        return loop(variable, source, condition, result);
    }

    private static <E> Sample<List<E>> loop(
            LoopVariable<E> variable, Sample<List<E>> source, Sample<Boolean> condition, Sample<E> result) {
        return new Sample<>(
                Loop.over(variable, source.expression())
                        .where(condition.expression())
                        .list(result.expression()),
                variables -> source.<List<Object>>value(variables).stream()
                        .map(element -> with(variables, variable.name(), element))
                        .filter(inner -> condition.<Boolean>value(inner))
                        .map(inner -> result.value(inner))
                        .toList());
    }

    private Sample<List<String>> mapLoop(int depth) {
        Sample<Map<String, String>> source = textMap(depth - 1);
        LoopVariable<String> key = LoopVariable.named("k" + loops++);
        LoopVariable<String> value = LoopVariable.named("v" + loops++);
        texts.addAll(List.of(key, value));
        Sample<String> result = text(depth - 1);
        texts.removeAll(List.of(key, value));
        return new Sample<>(
                Loop.over(key, value, source.expression()).list(result.expression()),
                variables -> ordered(source.value(variables))
                        .map(entry -> with(with(variables, key.name(), entry.getKey()), value.name(), entry.getValue()))
                        .map(inner -> result.value(inner))
                        .toList());
    }

    private static Stream<Map.Entry<String, Object>> ordered(Map<String, Object> map) {
        Map<String, Object> sorted = new TreeMap<>(BY_CODE_POINT);
        sorted.putAll(map);
        return sorted.entrySet().stream();
    }

    private Sample<List<String>> splat(int depth) {
        List<Sample<String>> values =
                Stream.generate(() -> text(depth - 1)).limit(random.nextInt(4)).toList();
        List<Expression<Object>> objects = values.stream()
                .map(value -> object("b", object("c", value.expression())))
                .toList();
        return new Sample<>(
                Expressions.splat(Expressions.list(objects), "b", "c"),
                variables ->
                        values.stream().map(value -> value.value(variables)).toList());
    }

    private static Expression<Object> object(String name, Expression<?> value) {
        SequencedMap<String, Expression<?>> attributes = new LinkedHashMap<>();
        attributes.put(name, value);
        return Expressions.object(attributes);
    }

    Sample<Map<String, String>> textMap(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return mapFromLoop(depth);
        }
        SequencedMap<String, Sample<String>> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.put(composed(SampleText.next(random)), text(depth - 1));
        }
        SequencedMap<String, Expression<String>> expressions = new LinkedHashMap<>();
        entries.forEach((key, value) -> expressions.put(key, value.expression()));
        return new Sample<>(Expressions.map(expressions), variables -> valuesOf(entries, variables));
    }

    private static Map<String, Object> valuesOf(Map<String, Sample<String>> entries, Map<String, Object> variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach((key, sample) -> values.put(key, sample.value(variables)));
        return values;
    }

    private Sample<Map<String, String>> mapFromLoop(int depth) {
        Sample<Map<String, String>> source = textMap(depth - 1);
        LoopVariable<String> key = LoopVariable.named("k" + loops++);
        LoopVariable<String> value = LoopVariable.named("v" + loops++);
        texts.addAll(List.of(key, value));
        Sample<String> result = text(depth - 1);
        texts.removeAll(List.of(key, value));
        Expression<String> newKey = Expressions.template(key, Expressions.text("${x}"));
        return new Sample<>(Loop.over(key, value, source.expression()).map(newKey, result.expression()), variables -> {
            Map<String, Object> values = new LinkedHashMap<>();
            ordered(source.value(variables))
                    .forEach(entry -> values.put(
                            entry.getKey() + "${x}",
                            result.value(with(
                                    with(variables, key.name(), entry.getKey()), value.name(), entry.getValue()))));
            return values;
        });
    }

    private static Map<String, Object> with(Map<String, Object> variables, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return more;
    }

    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
