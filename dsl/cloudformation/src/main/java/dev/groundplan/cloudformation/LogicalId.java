package dev.groundplan.cloudformation;

import java.util.regex.Pattern;

/**
 * What a resource or an output is called inside its template: letters and digits.
 *
 * @param text such as {@code StateBucket}
 */
public record LogicalId(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9]{1,255}");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public LogicalId {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no logical id: write letters and digits, as in \"StateBucket\".".formatted(text));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
