package dev.groundplan.database;

import dev.groundplan.network.Subnets;
import dev.groundplan.values.Days;
import dev.groundplan.values.Storage;
import java.util.List;

/** Refuses what RDS and CloudWatch would refuse, of options that are well-formed by themselves. */
final class Limits {

    private static final int LEAST_GIBIBYTES = 20;
    private static final int MOST_BACKUP_DAYS = 35;

    /** What {@code aws_cloudwatch_log_group.retention_in_days} takes. */
    private static final List<Integer> LOG_DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private Limits() {}

    static Storage storage(Storage storage) {
        if (storage.gibibytes() < LEAST_GIBIBYTES) {
            throw new IllegalArgumentException(
                    "%s GiB are too few for a database: a gp3 volume of RDS has 20 to 65536 GiB, as in .withStorage(gibibytes(20))."
                            .formatted(storage.gibibytes()));
        }
        int least = storage.gibibytes() + (storage.gibibytes() + 9) / 10;
        if (storage.grows() && storage.mostGibibytes() < least) {
            throw new IllegalArgumentException(
                    "%s GiB can't grow to only %s GiB: RDS wants a ceiling at least a tenth above. Write .withStorage(gibibytes(%s).growingTo(gibibytes(%s))) or more, or no ceiling."
                            .formatted(storage.gibibytes(), storage.mostGibibytes(), storage.gibibytes(), least));
        }
        return storage;
    }

    static Days backups(Days kept) {
        if (kept.count() > MOST_BACKUP_DAYS) {
            throw new IllegalArgumentException(
                    "RDS keeps backups for 0 to 35 days, not %s: write .withBackupsKeptFor(days(35)), and copy snapshots elsewhere for longer."
                            .formatted(kept.count()));
        }
        return kept;
    }

    static Days logs(Days kept) {
        if (!LOG_DAYS.contains(kept.count())) {
            var longer = LOG_DAYS.stream()
                    .filter(days -> days >= kept.count())
                    .findFirst()
                    .orElse(LOG_DAYS.getLast());
            throw new IllegalArgumentException(
                    "CloudWatch can't keep logs for %s days, only for one of %s: did you mean .withLogsKeptFor(days(%s))?"
                            .formatted(kept.count(), LOG_DAYS, longer));
        }
        return kept;
    }

    static Subnets unreachable(String database, Subnets subnets) {
        if (subnets.cidrs().equals(subnets.vpc().publicSubnets().cidrs())) {
            throw new IllegalArgumentException(
                    "The database `%s` is put into the public subnets of the %s: what the Internet reaches is no place for it. Write %s.privateSubnets()."
                            .formatted(
                                    database,
                                    subnets.vpc().id(),
                                    subnets.vpc().id().kind()));
        }
        return subnets;
    }
}
