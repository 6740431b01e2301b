package dev.groundplan.monitoring;

/**
 * An expression in the language of Prometheus. It reaches the cluster letter by letter: {@code $} and braces in it are
 * Prometheus' own, and Flux leaves the objects that carry it as they are.
 *
 * @param text such as {@code sum(rate(http_requests_total{job="orders"}[5m]))}
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Prometheus: querying</a>
 */
public record PromQl(String text) {

    /** Refuses a blank expression with an {@link IllegalArgumentException}. */
    public PromQl {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "An expression of Prometheus can't be blank: write one, as in promql(\"up == 0\").");
        }
    }

    /** Returns this expression. */
    public static PromQl promql(String text) {
        return new PromQl(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
