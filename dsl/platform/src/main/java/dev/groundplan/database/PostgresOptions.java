package dev.groundplan.database;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.values.Days;
import dev.groundplan.values.Name;
import dev.groundplan.values.Port;
import dev.groundplan.values.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a description says of a database; what it does not say is empty and comes from the {@link PostgresProfile}. Only
 * {@link Postgres} changes it, and only a copy that nobody else has yet.
 */
final class PostgresOptions {

    private static final int PORT = 5432;
    private static final int LEAST_GIBIBYTES = 20;

    Storage storage = new Storage(LEAST_GIBIBYTES, LEAST_GIBIBYTES);
    Optional<InstanceClass> instanceClass = Optional.empty();
    Optional<Switch> multiAz = Optional.empty();
    Optional<Days> backupsKeptFor = Optional.empty();
    Optional<Switch> deletionProtection = Optional.empty();
    Optional<Switch> finalSnapshot = Optional.empty();
    Optional<Switch> performanceInsights = Optional.empty();
    Optional<EnhancedMonitoring> enhancedMonitoring = Optional.empty();
    Optional<List<LogExport>> logExports = Optional.empty();
    Optional<Days> logsKeptFor = Optional.empty();
    Optional<Switch> applyImmediately = Optional.empty();
    Switch majorVersionUpgrades = Switch.OFF;
    BackupWindow backupWindow = new BackupWindow("02:00-03:00");
    MaintenanceWindow maintenanceWindow = new MaintenanceWindow("sun:04:00-sun:05:00");
    Port port = new Port(PORT);
    String databaseName;
    String masterUsername;
    int passwordVersion = 1;
    List<ServerParameter> parameters = List.of();

    /** The options that texts in the elements come from, by text. */
    SequencedMap<String, SourceDetail> details = new LinkedHashMap<>();

    private PostgresOptions(String databaseName, String masterUsername) {
        this.databaseName = databaseName;
        this.masterUsername = masterUsername;
    }

    /** The options of a database of which only the name is known. */
    static PostgresOptions of(Name name) {
        return new PostgresOptions(name.identifier(), name.identifier() + "_owner");
    }

    PostgresOptions copy() {
        var copy = new PostgresOptions(databaseName, masterUsername);
        copy.storage = storage;
        copy.instanceClass = instanceClass;
        copy.multiAz = multiAz;
        copy.backupsKeptFor = backupsKeptFor;
        copy.deletionProtection = deletionProtection;
        copy.finalSnapshot = finalSnapshot;
        copy.performanceInsights = performanceInsights;
        copy.enhancedMonitoring = enhancedMonitoring;
        copy.logExports = logExports;
        copy.logsKeptFor = logsKeptFor;
        copy.applyImmediately = applyImmediately;
        copy.majorVersionUpgrades = majorVersionUpgrades;
        copy.backupWindow = backupWindow;
        copy.maintenanceWindow = maintenanceWindow;
        copy.port = port;
        copy.passwordVersion = passwordVersion;
        copy.parameters = parameters;
        copy.details = new LinkedHashMap<>(details);
        return copy;
    }

    void add(ServerParameter parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        parameters = List.copyOf(more);
    }
}
