package dev.groundplan.monitoring;

import dev.groundplan.describe.Site;
import dev.groundplan.values.Days;
import dev.groundplan.values.Storage;
import java.util.OptionalInt;

/**
 * How much the stack keeps, and how often it is there.
 *
 * @param storage the volume of each Prometheus
 * @param retention how long metrics are kept
 * @param replicas how many of Prometheus and of Alertmanager; the environment says, where nothing is
 */
record StackSize(Storage storage, Days retention, OptionalInt replicas) {

    static final StackSize DEFAULT = new StackSize(new Storage(50, 50), new Days(15), OptionalInt.empty());

    private static final int LEAST_GIBIBYTES = 5;
    private static final int MOST_REPLICAS = 5;

    StackSize withStorage(Storage other) {
        if (other.grows() || other.gibibytes() < LEAST_GIBIBYTES) {
            throw new IllegalArgumentException(
                    "Prometheus can't keep its metrics on %d GiB that grow to %d: write one size of at least %d GiB, as in withStorage(gibibytes(50))."
                            .formatted(other.gibibytes(), other.mostGibibytes(), LEAST_GIBIBYTES));
        }
        return new StackSize(other, retention, replicas);
    }

    StackSize withRetention(Days days) {
        if (days.count() < 1) {
            throw new IllegalArgumentException(
                    "Prometheus can't keep metrics for 0 days: write at least one, as in withRetention(days(15)).");
        }
        return new StackSize(storage, days, replicas);
    }

    StackSize withReplicas(int count) {
        if (count < 1 || count > MOST_REPLICAS) {
            throw new IllegalArgumentException(
                    "%d is no number of Prometheus: it must lie between 1 and %d, as in withReplicas(2)."
                            .formatted(count, MOST_REPLICAS));
        }
        return new StackSize(storage, retention, OptionalInt.of(count));
    }

    /** Returns the size on a site: two of each in production, else one, unless the number was said. */
    StackSize on(Site site) {
        return withReplicas(replicas.orElse(site.isProduction() ? 2 : 1));
    }

    /** Returns what metrics may fill: the rest is for the log that is written first, and for compaction. */
    long mostMetricsGibibytes() {
        return storage.gibibytes() * 4L / 5;
    }
}
