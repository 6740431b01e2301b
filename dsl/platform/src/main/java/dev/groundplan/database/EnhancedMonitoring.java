package dev.groundplan.database;

/**
 * How often RDS reads the figures of the machine under the database: processes, memory, disks.
 *
 * <p>Renders to {@code aws_db_instance.monitoring_interval}. CloudWatch Logs keeps the figures and bills them: the shorter
 * the interval, the more.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.overview.html">AWS: Enhanced
 *     Monitoring</a>
 */
public enum EnhancedMonitoring {
    /** Not at all; the figures that CloudWatch has of every database remain. */
    OFF(0),
    /** Every second. */
    EVERY_SECOND(1),
    /** Every 5 seconds. */
    EVERY_5_SECONDS(5),
    /** Every 10 seconds. */
    EVERY_10_SECONDS(10),
    /** Every 15 seconds. */
    EVERY_15_SECONDS(15),
    /** Every 30 seconds. */
    EVERY_30_SECONDS(30),
    /** Every minute. */
    EVERY_MINUTE(60);

    private final int seconds;

    EnhancedMonitoring(int seconds) {
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }

    boolean isOn() {
        return this != OFF;
    }
}
