package dev.groundplan.database;

/** Whether something is done: said as a word, since a bare {@code true} tells a reader nothing. */
public enum Switch {
    /** It is done. */
    ON,
    /** It is not done. */
    OFF;

    boolean isOn() {
        return this == ON;
    }
}
