package dev.groundplan.database;

import java.util.regex.Pattern;

/**
 * The time of every day, in UTC, at which RDS takes the backup, such as {@code 02:00-03:00}.
 *
 * <p>Renders to {@code aws_db_instance.backup_window}. It lasts at least 30 minutes, and may pass midnight.
 *
 * @param text {@code hh:mm-hh:mm}
 */
public record BackupWindow(String text) {

    private static final Pattern GRAMMAR =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]");

    /** Refuses another notation and less than 30 minutes with an {@link IllegalArgumentException}. */
    public BackupWindow {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no backup window: write hh:mm-hh:mm in UTC, as in backupWindow(\"02:00-03:00\")."
                            .formatted(text));
        }
        onMonday(text).refuseShorterThanHalfAnHour(text, "backup window", "backupWindow(\"02:00-03:00\")");
    }

    /** Returns the window of this text, {@code hh:mm-hh:mm} in UTC. */
    public static BackupWindow backupWindow(String text) {
        return new BackupWindow(text);
    }

    /** Returns whether there is a day on which the two have a minute in common. */
    boolean overlaps(MaintenanceWindow maintenance) {
        for (int day = 0; day < 7; day++) {
            if (onMonday(text).daysLater(day).overlaps(maintenance.span())) {
                return true;
            }
        }
        return false;
    }

    private static WeekSpan onMonday(String text) {
        return WeekSpan.between(
                WeekSpan.minute(text.substring(0, 5)), WeekSpan.minute(text.substring(6)), WeekSpan.DAY);
    }

    @Override
    public String toString() {
        return text;
    }
}
