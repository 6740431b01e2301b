package dev.groundplan.database;

/**
 * A log of the database that CloudWatch Logs keeps. Renders to {@code aws_db_instance.enabled_cloudwatch_logs_exports} and
 * an {@code aws_cloudwatch_log_group} that is made before the database, so that its lines do not stay for ever.
 */
public enum LogExport {
    /** What PostgreSQL itself says: errors, slow statements, waits for locks. */
    POSTGRESQL("postgresql"),
    /** What happened while RDS moved the database to another major version. */
    UPGRADE("upgrade");

    private final String text;

    LogExport(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
