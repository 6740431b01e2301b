package dev.groundplan.github;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Starts a workflow at times, in UTC, on the default branch; renders to {@code on.schedule}.
 *
 * @param cron minute, hour, day of the month, month, day of the week: {@code 17 4 * * 1-5}
 */
public record Schedule(String cron) implements Trigger {

    private static final String[] FIELDS = {"minute", "hour", "day of the month", "month", "day of the week"};
    private static final int[] LEAST = {0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 23, 31, 12, 6};
    private static final Pattern ITEM = Pattern.compile("(?:\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

    /** Refuses what is no cron line of five fields in numbers. */
    public Schedule {
        var fields = cron.split(" ", -1);
        if (fields.length != FIELDS.length) {
            throw Refusal.of(
                    "`%s` is no schedule: write minute, hour, day of the month, month and day of the week, as in at(\"17 4 * * 1-5\").",
                    cron);
        }
        for (int i = 0; i < FIELDS.length; i++) {
            for (var item : fields[i].split(",", -1)) {
                refuseUnless(fits(item, LEAST[i], MOST[i]), cron, item, i);
            }
        }
    }

    /** Returns the trigger for these times: {@code at("17 4 * * 1-5")} is 04:17 UTC on working days. */
    public static Schedule at(String cron) {
        return new Schedule(cron);
    }

    @Override
    public Event event() {
        return Event.SCHEDULE;
    }

    @Override
    public Object spelt() {
        return List.of(Mapping.empty().with("cron", cron));
    }

    private static boolean fits(String item, int least, int most) {
        var parts = ITEM.matcher(item);
        if (!parts.matches()) {
            return false;
        }
        int from = parts.group(1) == null ? least : Integer.parseInt(parts.group(1));
        int to = parts.group(2) == null ? from : Integer.parseInt(parts.group(2));
        return least <= from && from <= to && to <= most && !"0".equals(parts.group(3));
    }

    private static void refuseUnless(boolean fits, String cron, String item, int field) {
        if (!fits) {
            throw Refusal.of(
                    "`%s` is no schedule: `%s` is no %s from %d to %d, as in at(\"17 4 * * 1-5\").",
                    cron, item, FIELDS[field], LEAST[field], MOST[field]);
        }
    }
}
