package dev.groundplan.terraform;

import java.util.Map;
import java.util.function.Function;

/**
 * A generated expression beside what it must evaluate to, computed in Java.
 *
 * @param meaning gives the value when it is told the values of the loop variables around it; a text in normal form C, a
 *     {@code BigDecimal}, a {@code Boolean}, a {@code List} or {@code Map} of such, or null
 */
record Sample<T>(Expression<T> expression, Function<Map<String, Object>, Object> meaning) {

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The generator knows the type.
    <V> V value(Map<String, Object> variables) {
        return (V) meaning.apply(variables);
    }
}
