package dev.groundplan.database;

import dev.groundplan.describe.Site;
import dev.groundplan.values.Days;
import java.util.List;

/** What a database is on one site: its options, and the profile of the site where there is none. */
final class PostgresSettings {

    private final String database;
    private final Site site;
    private final PostgresOptions options;
    private final PostgresProfile profile;

    private PostgresSettings(String database, Site site, PostgresOptions options) {
        this.database = database;
        this.site = site;
        this.options = options;
        this.profile = PostgresProfile.of(site);
    }

    /** Refuses options that RDS would refuse together, names that it would refuse, and what production must not have. */
    static PostgresSettings of(String database, Site site, PostgresOptions options) {
        var settings = new PostgresSettings(database, site, options);
        settings.refuseNamesThatAreTaken();
        settings.refuseOverlappingWindows();
        settings.refuseProductionWithoutBackups();
        settings.refuseInsightsOnSmallMachine();
        return settings;
    }

    InstanceClass instanceClass() {
        return options.instanceClass.orElse(profile.instanceClass());
    }

    boolean multiAz() {
        return options.multiAz.orElse(profile.multiAz()).isOn();
    }

    Days backupsKeptFor() {
        return options.backupsKeptFor.orElse(profile.backupsKeptFor());
    }

    boolean deletionProtection() {
        return options.deletionProtection.orElse(profile.deletionProtection()).isOn();
    }

    boolean finalSnapshot() {
        return options.finalSnapshot.orElse(profile.finalSnapshot()).isOn();
    }

    boolean performanceInsights() {
        return options.performanceInsights.orElse(profile.performanceInsights()).isOn();
    }

    EnhancedMonitoring enhancedMonitoring() {
        return options.enhancedMonitoring.orElse(profile.enhancedMonitoring());
    }

    List<LogExport> logExports() {
        return options.logExports.orElse(profile.logExports());
    }

    Days logsKeptFor() {
        return options.logsKeptFor.orElse(profile.logsKeptFor());
    }

    boolean applyImmediately() {
        return options.applyImmediately.orElse(profile.applyImmediately()).isOn();
    }

    /** The names that follow from the part's are only judged here, since an option may still replace them. */
    private void refuseNamesThatAreTaken() {
        SqlName.ofDatabase(options.databaseName);
        SqlName.ofMasterUser(options.masterUsername);
    }

    private void refuseOverlappingWindows() {
        if (options.backupWindow.overlaps(options.maintenanceWindow)) {
            throw new IllegalArgumentException(
                    "The database `%s` takes its backup at `%s`, and its maintenance window `%s` overlaps that: RDS refuses both at one time. Shift one, as in .withBackupWindow(backupWindow(\"02:00-03:00\")) and .withMaintenanceWindow(maintenanceWindow(\"sun:04:00-sun:05:00\"))."
                            .formatted(database, options.backupWindow, options.maintenanceWindow));
        }
    }

    private void refuseProductionWithoutBackups() {
        if (site.isProduction() && backupsKeptFor().count() == 0) {
            throw new IllegalArgumentException(
                    "The database `%s` keeps no backups in the production environment `%s`: a wrong statement would be final. Write .withBackupsKeptFor(days(14)), or leave the call out."
                            .formatted(database, site.environment()));
        }
    }

    private void refuseInsightsOnSmallMachine() {
        if (performanceInsights() && !instanceClass().canHavePerformanceInsights()) {
            throw new IllegalArgumentException(
                    "The database `%s` runs on `%s`, which is too small for Performance Insights: choose a larger one, as in .withInstanceClass(instanceClass(\"db.t4g.medium\")), or write .withPerformanceInsights(OFF)."
                            .formatted(database, instanceClass()));
        }
    }
}
