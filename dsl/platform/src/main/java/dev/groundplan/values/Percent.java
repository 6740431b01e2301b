package dev.groundplan.values;

/** A share of a whole, 1 to 100. */
public record Percent(int value) {

    /** Refuses anything below 1 or above 100 with an {@link IllegalArgumentException}. */
    public Percent {
        Refusal.between(1, value, 100, "percentage", "as in percent(70).");
    }
}
