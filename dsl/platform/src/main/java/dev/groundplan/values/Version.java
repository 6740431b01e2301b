package dev.groundplan.values;

import java.util.regex.Pattern;

/** A product's version: numbers with points between, such as {@code 1.36} or {@code 17.5}. */
public record Version(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){0,2}");

    /** Refuses anything but one to three numbers with an {@link IllegalArgumentException}. */
    public Version {
        Refusal.matching(
                GRAMMAR, text, "version", "write one to three numbers with points between, as in version(\"17.5\").");
    }

    /** Returns the first number. */
    public int major() {
        return Integer.parseInt(text.split("\\.", -1)[0]);
    }

    /** Returns the second number, 0 where there is none. */
    public int minor() {
        var numbers = text.split("\\.", -1);
        return numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
