package dev.groundplan.monitoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is told of which alerts, by their severity. Renders to Alertmanager's configuration: alerts of one name and namespace come
 * in one message, half a minute after the first, again after five minutes when there are more, and after four hours as long as
 * they last; a critical one keeps those of less severity, name and namespace alike, from being told.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#route">Alertmanager: routes</a>
 */
public final class AlertRouting {

    private final Optional<Receiver> others;
    private final SortedMap<Severity, Receiver> bySeverity;
    private final Optional<Receiver> heartbeat;

    private AlertRouting(
            Optional<Receiver> others, SortedMap<Severity, Receiver> bySeverity, Optional<Receiver> heartbeat) {
        this.others = others;
        this.bySeverity = Collections.unmodifiableSortedMap(new TreeMap<>(bySeverity));
        this.heartbeat = heartbeat;
    }

    /** Returns routes that tell one receiver of everything. */
    public static AlertRouting everythingTo(Receiver receiver) {
        return new AlertRouting(Optional.of(receiver), new TreeMap<>(), Optional.empty());
    }

    /** Returns routes that tell this receiver of alerts of one severity, and nobody of any others. */
    public static AlertRouting only(Severity severity, Receiver receiver) {
        return new AlertRouting(Optional.empty(), new TreeMap<>(), Optional.empty()).withSeverity(severity, receiver);
    }

    /** Returns these routes with another receiver for the alerts of one severity. */
    public AlertRouting withSeverity(Severity severity, Receiver receiver) {
        var more = new TreeMap<>(bySeverity);
        more.put(severity, receiver);
        return new AlertRouting(others, more, heartbeat);
    }

    /**
     * Returns these routes with a receiver that is told every minute that alerts do get through, and raises the alarm itself
     * when that stops: the alert {@code Watchdog} of the chart. Without this call nobody is told of it.
     */
    public AlertRouting withHeartbeat(Receiver receiver) {
        return new AlertRouting(others, bySeverity, Optional.of(receiver));
    }

    /** Returns who is told of alerts of no severity that has a receiver. */
    Optional<Receiver> others() {
        return others;
    }

    SortedMap<Severity, Receiver> bySeverity() {
        return bySeverity;
    }

    Optional<Receiver> heartbeat() {
        return heartbeat;
    }

    /**
     * Returns every receiver once, by its name.
     *
     * @throws IllegalArgumentException if two have one name
     */
    SequencedMap<String, Receiver> receivers() {
        var byName = new TreeMap<String, Receiver>();
        for (var receiver : all()) {
            var other = byName.put(receiver.name(), receiver);
            if (other != null && other != receiver) {
                throw new IllegalArgumentException(
                        "There are two receivers called `%s`: give one of them another name, or make it once and use it twice."
                                .formatted(receiver.name()));
            }
        }
        return byName;
    }

    private List<Receiver> all() {
        var all = new ArrayList<>(bySeverity.values());
        others.ifPresent(all::add);
        heartbeat.ifPresent(all::add);
        return all;
    }
}
