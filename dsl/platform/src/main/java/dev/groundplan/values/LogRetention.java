package dev.groundplan.values;

import java.util.List;

/**
 * How long CloudWatch can keep logs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">AWS:
 *     retention of logs</a>
 */
public final class LogRetention {

    private static final List<Integer> OFFERED = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogRetention() {}

    /**
     * Returns the time, which renders to {@code aws_cloudwatch_log_group.retention_in_days}.
     *
     * @param option how the time is said where it was said, such as {@code withFlowLogs(days(30))}
     * @throws IllegalArgumentException if CloudWatch does not offer it
     */
    public static Days of(Days time, String option) {
        if (!OFFERED.contains(time.count())) {
            var offered = OFFERED.stream().map(String::valueOf).toList();
            throw Refusal.of(
                    "CloudWatch can't keep logs for %d days: choose one of %s, as in .%s.",
                    time.count(), String.join(", ", offered), option);
        }
        return time;
    }
}
