package dev.groundplan.database;

/**
 * A span of minutes in a week that has no end: after Sunday comes Monday.
 *
 * @param start minutes from Monday, 00:00
 * @param length minutes
 */
record WeekSpan(int start, int length) {

    static final int DAY = 24 * 60;
    static final int WEEK = 7 * DAY;

    /** The span from one minute to another of a circle of {@code period} minutes. */
    static WeekSpan between(int start, int end, int period) {
        return new WeekSpan(start, Math.floorMod(end - start, period));
    }

    /** The minute of the day of {@code hh:mm}. */
    static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    WeekSpan daysLater(int days) {
        return new WeekSpan(start + days * DAY, length);
    }

    boolean overlaps(WeekSpan other) {
        return Math.floorMod(other.start - start, WEEK) < length
                || Math.floorMod(start - other.start, WEEK) < other.length;
    }

    void refuseShorterThanHalfAnHour(String text, String kind, String instead) {
        if (length < 30) {
            throw new IllegalArgumentException("`%s` is no %s: it lasts %s minutes and RDS needs 30 or more, as in %s."
                    .formatted(text, kind, length, instead));
        }
    }
}
