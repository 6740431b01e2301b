package dev.groundplan.github;

import java.util.Locale;

/** How far a permission goes. */
public enum Level {
    /** May look. */
    READ,
    /** May look and change. */
    WRITE;

    /** The level as a workflow spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
