package dev.groundplan.values;

/** A whole number of seconds, 0 to 86400. */
public record Seconds(int count) {

    /** Refuses fewer than 0 or more than 86400 seconds with an {@link IllegalArgumentException}. */
    public Seconds {
        Refusal.between(0, count, 86_400, "number of seconds", "as in seconds(30).");
    }

    /** Returns this long and that long, one after the other. */
    public Seconds plus(Seconds more) {
        return new Seconds(count + more.count);
    }

    @Override
    public String toString() {
        return count + " s";
    }
}
