package dev.groundplan.monitoring;

import java.util.Locale;

/** How much an alert matters: the label {@code severity}, by which Alertmanager routes it. */
public enum Severity {
    /** Somebody must act now. */
    CRITICAL,
    /** Somebody must act within days. */
    WARNING,
    /** Worth knowing when something else is wrong, too. */
    INFO;

    /** Returns the value of the label, such as {@code critical}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
