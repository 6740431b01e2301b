package dev.groundplan.values;

/** A whole number of days, 0 to 3653. */
public record Days(int count) {

    /** Refuses fewer than 0 or more than 3653 days with an {@link IllegalArgumentException}. */
    public Days {
        Refusal.between(0, count, 3653, "number of days", "as in days(7).");
    }
}
