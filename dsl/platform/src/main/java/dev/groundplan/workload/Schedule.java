package dev.groundplan.workload;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When something runs, again and again: the five fields of cron, and the time zone that they are meant in.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/">Kubernetes: CronJob</a>
 */
public final class Schedule {

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, ""),
            new Field("hour", 0, 23, ""),
            new Field("day", 1, 31, ""),
            new Field("month", 1, 12, "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"),
            new Field("day of the week", 0, 6, "SUN|MON|TUE|WED|THU|FRI|SAT"));

    private final String fields;
    private final String zone;

    /** One of the five fields: its bounds, and the names that it takes as well. */
    private record Field(String name, int least, int most, String words) {

        boolean takes(String text) {
            return List.of(text.split(",", -1)).stream().allMatch(this::takesItem);
        }

        private boolean takesItem(String item) {
            var parts = Pattern.compile("(?<range>\\*|[^/]+)(/(?<step>[1-9][0-9]?))?")
                    .matcher(item);
            if (!parts.matches()) {
                return false;
            }
            var ends = parts.group("range").split("-", -1);
            return parts.group("range").equals("*")
                    || (ends.length == 1 && takesOne(ends[0]))
                    || (ends.length == 2 && takesOne(ends[0]) && takesOne(ends[1]));
        }

        private boolean takesOne(String value) {
            return value.matches("[0-9]{1,2}")
                    ? Integer.parseInt(value) >= least && Integer.parseInt(value) <= most
                    : !words.isEmpty() && value.matches("(?i)" + words);
        }
    }

    private Schedule(String fields, String zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /**
     * Returns a schedule in UTC.
     *
     * @param fields minute, hour, day, month and day of the week (0 is Sunday), such as {@code 0 3 * * *} for each night at
     *     three
     */
    public static Schedule cron(String fields) {
        var parts = fields.split(" ", -1);
        if (parts.length != FIELDS.size()) {
            throw new IllegalArgumentException(
                    "`%s` is no schedule: write minute, hour, day, month and day of the week, as in cron(\"0 3 * * *\")."
                            .formatted(fields));
        }
        for (int i = 0; i < parts.length; i++) {
            var field = FIELDS.get(i);
            if (!field.takes(parts[i])) {
                throw new IllegalArgumentException(
                        "`%s` is no %s of a schedule: write %s to %s, `*`, a range `a-b`, a step `*/n` or several with commas, as in cron(\"0 3 * * *\")."
                                .formatted(parts[i], field.name(), field.least(), field.most()));
            }
        }
        return new Schedule(fields, "Etc/UTC");
    }

    /**
     * Returns this schedule as clocks in a zone show it, summer time included.
     *
     * @param name the zone's name in the IANA database, such as {@code Europe/London}
     */
    public Schedule inZone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException(
                    "`%s` is no time zone: write its name in the IANA database, as in inZone(\"Europe/London\")."
                            .formatted(name));
        }
        return new Schedule(fields, name);
    }

    String fields() {
        return fields;
    }

    String zone() {
        return zone;
    }
}
