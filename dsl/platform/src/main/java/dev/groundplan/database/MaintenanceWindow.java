package dev.groundplan.database;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The time of every week, in UTC, at which RDS may change the database: minor versions, the machine, what you changed without
 * {@link Postgres#withApplyImmediately}. Such as {@code sun:04:00-sun:05:00}.
 *
 * <p>Renders to {@code aws_db_instance.maintenance_window}. It lasts at least 30 minutes, and may pass midnight and Sunday.
 *
 * @param text {@code ddd:hh:mm-ddd:hh:mm}; the days are {@code mon tue wed thu fri sat sun}
 */
public record MaintenanceWindow(String text) {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String END = "(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final Pattern GRAMMAR = Pattern.compile(END + "-" + END);

    /** Refuses another notation and less than 30 minutes with an {@link IllegalArgumentException}. */
    public MaintenanceWindow {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no maintenance window: write ddd:hh:mm-ddd:hh:mm in UTC with days in lower case, as in maintenanceWindow(\"sun:04:00-sun:05:00\")."
                            .formatted(text));
        }
        span(text)
                .refuseShorterThanHalfAnHour(text, "maintenance window", "maintenanceWindow(\"sun:04:00-sun:05:00\")");
    }

    /** Returns the window of this text, {@code ddd:hh:mm-ddd:hh:mm} in UTC. */
    public static MaintenanceWindow maintenanceWindow(String text) {
        return new MaintenanceWindow(text);
    }

    WeekSpan span() {
        return span(text);
    }

    private static WeekSpan span(String text) {
        return WeekSpan.between(minute(text.substring(0, 9)), minute(text.substring(10)), WeekSpan.WEEK);
    }

    private static int minute(String end) {
        return DAYS.indexOf(end.substring(0, 3)) * WeekSpan.DAY + WeekSpan.minute(end.substring(4));
    }

    @Override
    public String toString() {
        return text;
    }
}
