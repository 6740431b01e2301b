package dev.groundplan.database;

import dev.groundplan.describe.Site;
import dev.groundplan.values.Days;
import java.util.List;

/**
 * What a database is without options: in production it survives the loss of a zone, of a machine, and a wrong word in a
 * description; elsewhere it is cheap and goes without a trace.
 */
record PostgresProfile(
        InstanceClass instanceClass,
        Switch multiAz,
        Days backupsKeptFor,
        Switch deletionProtection,
        Switch finalSnapshot,
        Switch performanceInsights,
        EnhancedMonitoring enhancedMonitoring,
        List<LogExport> logExports,
        Days logsKeptFor,
        Switch applyImmediately) {

    private static final PostgresProfile PRODUCTION = new PostgresProfile(
            new InstanceClass("db.m7g.large"),
            Switch.ON,
            new Days(14),
            Switch.ON,
            Switch.ON,
            Switch.ON,
            EnhancedMonitoring.EVERY_MINUTE,
            List.of(LogExport.POSTGRESQL, LogExport.UPGRADE),
            new Days(90),
            Switch.OFF);

    private static final PostgresProfile ELSEWHERE = new PostgresProfile(
            new InstanceClass("db.t4g.medium"),
            Switch.OFF,
            new Days(1),
            Switch.OFF,
            Switch.OFF,
            Switch.OFF,
            EnhancedMonitoring.OFF,
            List.of(),
            new Days(7),
            Switch.ON);

    static PostgresProfile of(Site site) {
        return site.isProduction() ? PRODUCTION : ELSEWHERE;
    }
}
