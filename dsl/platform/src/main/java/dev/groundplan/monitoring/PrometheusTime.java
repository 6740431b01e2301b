package dev.groundplan.monitoring;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Writes a time as Prometheus and Alertmanager read it: {@code 30s}, {@code 5m}, {@code 6h}, {@code 15d}. */
final class PrometheusTime {

    private PrometheusTime() {}

    /** Returns the time itself, and refuses one that Prometheus cannot read. */
    static Duration whole(Duration time) {
        if (time.isNegative() || !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "`%s` is no time for Prometheus: write whole seconds, 0 or more, as in Duration.ofMinutes(5)."
                            .formatted(time));
        }
        return time;
    }

    static String text(Duration time) {
        long seconds = whole(time).toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
    }
}
