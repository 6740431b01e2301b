package dev.groundplan.values;

/** A TCP port, 1 to 65535. */
public record Port(int number) {

    /** Refuses 0, negative numbers and numbers over 65535 with an {@link IllegalArgumentException}. */
    public Port {
        Refusal.between(1, number, 65_535, "port", "as in port(8080).");
    }

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
