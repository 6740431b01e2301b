package dev.groundplan.monitoring;

import java.util.regex.Pattern;

/**
 * The name of a series in Prometheus.
 *
 * @param text letters, digits, {@code _} and {@code :}, first no digit, such as {@code http_requests_total}
 * @see <a href="https://prometheus.io/docs/concepts/data_model/">Prometheus: data model</a>
 */
public record MetricName(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public MetricName {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a metric: write letters, digits, `_` and `:`, first no digit, as in \"http_requests_total\"."
                            .formatted(text));
        }
    }

    /** Returns the name of the series that goes with this one, such as {@code …_bucket} of a histogram. */
    MetricName with(String suffix) {
        return new MetricName(text + suffix);
    }

    @Override
    public String toString() {
        return text;
    }
}
