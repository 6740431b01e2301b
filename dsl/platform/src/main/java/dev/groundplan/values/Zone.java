package dev.groundplan.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An availability zone by its name: the region's code and one letter, such as {@code eu-west-2a}. */
public record Zone(String name) {

    private static final Pattern GRAMMAR = Pattern.compile("(.+-[1-9])([a-z])");

    /** Refuses anything but a region's code and a letter with an {@link IllegalArgumentException}. */
    public Zone {
        if (!GRAMMAR.matcher(name).matches()) {
            throw Refusal.of(
                    "`%s` is no availability zone: write the region's code and one letter, as in zones(\"eu-west-2a\").",
                    name);
        }
    }

    /** Returns the region that the zone lies in. */
    public Region region() {
        return new Region(parts().group(1));
    }

    /** Returns the zone's letter, such as {@code a}. */
    public String letter() {
        return parts().group(2);
    }

    private Matcher parts() {
        var matcher = GRAMMAR.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException(name);
        }
        return matcher;
    }

    @Override
    public String toString() {
        return name;
    }
}
