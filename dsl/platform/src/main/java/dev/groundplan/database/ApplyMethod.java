package dev.groundplan.database;

/**
 * When a parameter of the database takes effect. A static parameter, such as {@code shared_preload_libraries}, only takes
 * {@link #PENDING_REBOOT}: with the other one RDS refuses the change.
 */
public enum ApplyMethod {
    /** At once, for dynamic parameters. */
    IMMEDIATE("immediate"),
    /** When the database restarts the next time, which RDS does not do by itself. */
    PENDING_REBOOT("pending-reboot");

    private final String text;

    ApplyMethod(String text) {
        this.text = text;
    }

    /** Returns the method as {@code aws_db_parameter_group.parameter.apply_method} has it. */
    String text() {
        return text;
    }
}
