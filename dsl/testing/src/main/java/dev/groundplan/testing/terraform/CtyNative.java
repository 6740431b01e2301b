package dev.groundplan.testing.terraform;

import dev.groundplan.testing.terraform.wire.CtyValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Java's own values as Terraform's. */
final class CtyNative {

    private CtyNative() {}

    /**
     * Returns the value that a Java value stands for.
     *
     * @throws IllegalArgumentException if it is no string, boolean, number, list or map of such
     */
    static CtyValue of(Object value) {
        return switch (value) {
            case String text -> new CtyValue.Text(text);
            case Boolean flag -> new CtyValue.Flag(flag);
            case Number number -> new CtyValue.Numeral(new BigDecimal(number.toString()));
            case List<?> elements ->
                new CtyValue.Sequence(elements.stream().map(CtyNative::of).toList());
            case Map<?, ?> entries -> {
                var mapping = new LinkedHashMap<String, CtyValue>();
                entries.forEach((key, each) -> mapping.put(String.valueOf(key), of(each)));
                yield new CtyValue.Mapping(mapping);
            }
            default ->
                throw new IllegalArgumentException(
                        "`" + value + "` (" + value.getClass().getName()
                                + ") has no counterpart in Terraform: write a String, Boolean, Number, List or Map.");
        };
    }
}
