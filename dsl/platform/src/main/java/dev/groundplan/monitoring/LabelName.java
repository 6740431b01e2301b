package dev.groundplan.monitoring;

import java.util.regex.Pattern;

/**
 * The name of a label in Prometheus.
 *
 * @param text letters, digits and {@code _}, first no digit and not {@code __}, such as {@code status}
 */
public record LabelName(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("(?!__)[a-zA-Z_][a-zA-Z0-9_]*");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public LabelName {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a label: write letters, digits and `_`, first no digit and not `__`, as in \"status\"."
                            .formatted(text));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
