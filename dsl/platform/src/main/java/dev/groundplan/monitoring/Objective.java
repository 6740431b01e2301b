package dev.groundplan.monitoring;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How many of all requests are promised to succeed, over 30 days.
 *
 * @param percent 95 to 99.999: below 95 the fast burn of the error budget would need more failures than there are requests
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Google: alerting on objectives</a>
 */
public record Objective(BigDecimal percent) {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9]{2}(\\.[0-9]{1,3})?");
    private static final BigDecimal LEAST = new BigDecimal(95);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Refuses a share below 95 or of 100 and more with an {@link IllegalArgumentException}. */
    public Objective {
        if (percent.compareTo(LEAST) < 0 || percent.compareTo(HUNDRED) >= 0) {
            throw refusal(percent.toPlainString());
        }
        percent = percent.stripTrailingZeros();
    }

    /**
     * Returns the objective of this share.
     *
     * @param percent two digits and up to three after a point, such as {@code 99.9}
     * @throws IllegalArgumentException if it is none
     */
    public static Objective availability(String percent) {
        if (!GRAMMAR.matcher(percent).matches()) {
            throw refusal(percent);
        }
        return new Objective(new BigDecimal(percent));
    }

    /** Returns the share of failures at which the error budget burns {@code rate} times as fast as it may. */
    String burningAt(String rate) {
        return HUNDRED.subtract(percent)
                .movePointLeft(2)
                .multiply(new BigDecimal(rate))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }

    private static IllegalArgumentException refusal(String percent) {
        return new IllegalArgumentException(
                "`%s` is no objective: write 95 to 99.999 percent, at most three digits after the point, as in availability(\"99.9\")."
                        .formatted(percent));
    }
}
