package dev.groundplan.database;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.network.Subnets;
import dev.groundplan.secrets.EncryptionKey;
import dev.groundplan.secrets.GeneratedPassword;
import dev.groundplan.secrets.ParameterStore;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.Days;
import dev.groundplan.values.Port;
import dev.groundplan.values.Storage;
import dev.groundplan.values.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL database that AWS runs (RDS).
 *
 * <p>Renders to {@code aws_db_instance} with a subnet group, a parameter group, a security group with one rule for each cluster
 * that may connect, a key of its own, and, where they are on, log groups and the role of Enhanced Monitoring. Connections need
 * TLS. The password of the master user is ephemeral: neither plan nor state holds it, and {@link #loginIn} is the only way to
 * it.
 *
 * <p>In production it has a standby in another zone, keeps backups for 14 days, can't be deleted, and leaves a snapshot when it
 * is; each option below says what it is elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html">AWS: RDS for PostgreSQL</a>
 */
public final class Postgres implements Part {

    private final PartId id;
    private final SourceLine line;
    private final Version version;
    private final Subnets subnets;
    private final PostgresOptions options;
    private final List<Reach> reaches;

    private Postgres(PartId id, SourceLine line, Version version, Subnets subnets) {
        this.id = id;
        this.line = line;
        this.version = version;
        this.subnets = subnets;
        this.options = PostgresOptions.of(id.name());
        this.reaches = List.of();
    }

    private Postgres(Postgres postgres, PostgresOptions options, List<Reach> reaches) {
        this.id = postgres.id;
        this.line = postgres.line;
        this.version = postgres.version;
        this.subnets = postgres.subnets;
        this.options = options;
        this.reaches = List.copyOf(reaches);
    }

    /**
     * Returns a database of 20 GiB that nothing reaches yet.
     *
     * @param name what it is called; renders, after platform and environment, to {@code aws_db_instance.identifier}
     * @param version of PostgreSQL, major 14 to 18: {@code 17.5} stays as it is until you write another one (renders to {@code
     *     auto_minor_version_upgrade} false), with {@code 17} RDS chooses the minor version and moves it on
     * @param subnets where it stands: private ones
     * @throws IllegalArgumentException if RDS does not support the version, or the subnets are public
     */
    public static Postgres postgres(String name, Version version, Subnets subnets) {
        var id = PartId.of("postgres", name);
        return new Postgres(
                id, SourceLine.here(), PostgresVersions.supported(version), Limits.unreachable(name, subnets));
    }

    /**
     * Returns this database with pods of a cluster allowed to connect. Renders to an {@code
     * aws_vpc_security_group_ingress_rule} that names the security group of the cluster's nodes, never addresses.
     *
     * @throws IllegalArgumentException if the cluster stands in another network, or reaches the database already
     */
    public Postgres reachableFrom(EksCluster cluster) {
        var added = new Reach(cluster, PartReference.to(cluster, "reachableFrom"));
        added.refuseAnotherNetwork(name(), subnets.vpc());
        added.refuseSecond(name(), reaches);
        var more = new ArrayList<>(reaches);
        more.add(added);
        return new Postgres(this, options, more);
    }

    /**
     * Returns this database with another volume, of type gp3. Renders to {@code allocated_storage} and, where it may grow, {@code
     * max_allocated_storage}: RDS enlarges it by itself, and Terraform leaves that alone. A volume never shrinks.
     *
     * @param storage 20 to 65536 GiB, its ceiling at least a tenth above; without this call 20 GiB that do not grow
     */
    public Postgres withStorage(Storage storage) {
        return with(changed -> changed.storage = Limits.storage(storage));
    }

    /**
     * Returns this database on another machine; without this call {@code db.m7g.large} in production, {@code db.t4g.medium}
     * elsewhere. Renders to {@code instance_class}.
     */
    public Postgres withInstanceClass(InstanceClass machine) {
        return with(changed -> changed.instanceClass = Optional.of(machine));
    }

    /**
     * Returns this database with or without a standby in another zone that takes over by itself; without this call on in
     * production only. Renders to {@code multi_az}.
     */
    public Postgres withMultiAz(Switch standby) {
        return with(changed -> changed.multiAz = Optional.of(standby));
    }

    /**
     * Returns this database with backups kept for so long; without this call 14 days in production, one elsewhere. Renders to
     * {@code backup_retention_period}.
     *
     * @param kept 0 to 35 days; 0 means no backups, and is refused in production when the platform is expanded
     */
    public Postgres withBackupsKeptFor(Days kept) {
        return with(changed -> changed.backupsKeptFor = Optional.of(Limits.backups(kept)));
    }

    /**
     * Returns this database with its backup at another time; without this call {@code 02:00-03:00} UTC. It may not overlap the
     * maintenance window, which is refused when the platform is expanded. Renders to {@code backup_window}.
     */
    public Postgres withBackupWindow(BackupWindow window) {
        return with(changed -> changed.backupWindow = window);
    }

    /**
     * Returns this database with its maintenance at another time; without this call {@code sun:04:00-sun:05:00} UTC. It may not
     * overlap the backup window, which is refused when the platform is expanded. Renders to {@code maintenance_window}.
     */
    public Postgres withMaintenanceWindow(MaintenanceWindow window) {
        return with(changed -> changed.maintenanceWindow = window);
    }

    /**
     * Returns this database with or without protection from being deleted, by whomever; without this call on in production only.
     * Renders to {@code deletion_protection}.
     */
    public Postgres withDeletionProtection(Switch protection) {
        return with(changed -> changed.deletionProtection = Optional.of(protection));
    }

    /**
     * Returns this database leaving a snapshot when it is deleted, or not; without this call on in production only. Renders to
     * {@code skip_final_snapshot} and {@code final_snapshot_identifier}, and to {@code delete_automated_backups}: with a last
     * snapshot the backups stay as well.
     */
    public Postgres withFinalSnapshot(Switch snapshot) {
        return with(changed -> changed.finalSnapshot = Optional.of(snapshot));
    }

    /**
     * Returns this database with or without Performance Insights, kept for 7 days, which is free; without this call on in
     * production only. Renders to {@code performance_insights_enabled} and its key.
     */
    public Postgres withPerformanceInsights(Switch insights) {
        return with(changed -> changed.performanceInsights = Optional.of(insights));
    }

    /**
     * Returns this database with figures of its machine taken so often; without this call every minute in production, not at all
     * elsewhere. Renders to {@code monitoring_interval} and the role that may write them.
     */
    public Postgres withEnhancedMonitoring(EnhancedMonitoring interval) {
        return with(changed -> changed.enhancedMonitoring = Optional.of(interval));
    }

    /**
     * Returns this database with just these logs in CloudWatch Logs; without this call all in production, none elsewhere. Renders
     * to {@code enabled_cloudwatch_logs_exports} and encrypted log groups.
     */
    public Postgres withLogExports(LogExport... logs) {
        return with(changed -> changed.logExports =
                Optional.of(List.of(logs).stream().sorted().distinct().toList()));
    }

    /**
     * Returns this database with its logs kept for so long in CloudWatch Logs; without this call 90 days in production, 7
     * elsewhere. Renders to {@code aws_cloudwatch_log_group.retention_in_days}.
     *
     * @param kept one of the numbers of days that CloudWatch takes; the refusal of others lists them
     */
    public Postgres withLogsKeptFor(Days kept) {
        return with(changed -> changed.logsKeptFor = Optional.of(Limits.logs(kept)));
    }

    /**
     * Returns this database with changes applied at once, restarts included, or in the maintenance window; without this call in
     * the window in production, at once elsewhere. A new password is always applied at once. Renders to {@code
     * apply_immediately}.
     */
    public Postgres withApplyImmediately(Switch atOnce) {
        return with(changed -> changed.applyImmediately = Optional.of(atOnce));
    }

    /**
     * Returns this database allowed to move to another major version, or not; without this call not. Turn it on together with the
     * new version, and off again afterwards. Renders to {@code allow_major_version_upgrade}.
     */
    public Postgres withMajorVersionUpgrades(Switch allowed) {
        return with(changed -> changed.majorVersionUpgrades = allowed);
    }

    /**
     * Returns this database listening on another port; without this call 5432. Renders to {@code port}, the ports of the security
     * group's rules, and the parameter that workloads read.
     */
    public Postgres withPort(Port port) {
        var detail = new SourceDetail("port", SourceLine.here());
        return with(changed -> {
            changed.port = port;
            changed.details.put(port.toString(), detail);
        });
    }

    /**
     * Returns this database with its first database called otherwise; without this call like the part, with {@code _} for {@code
     * -}. Renders to {@code db_name}; another name later makes another database server.
     *
     * @param name 1 to 63 lower-case letters, digits and {@code _}, first a letter, no word that SQL reserves
     */
    public Postgres withDatabaseName(String name) {
        var detail = new SourceDetail("database name", SourceLine.here());
        return with(changed -> {
            changed.databaseName = SqlName.ofDatabase(name);
            changed.details.put(name, detail);
        });
    }

    /**
     * Returns this database with its master user called otherwise; without this call like the part, with {@code _} for {@code -},
     * and {@code _owner} after it. Renders to {@code username}; another name later makes another database server.
     *
     * @param name 1 to 63 lower-case letters, digits and {@code _}, first a letter, no word that SQL or RDS reserves
     */
    public Postgres withMasterUsername(String name) {
        var detail = new SourceDetail("master user", SourceLine.here());
        return with(changed -> {
            changed.masterUsername = SqlName.ofMasterUser(name);
            changed.details.put(name, detail);
        });
    }

    /**
     * Returns this database with another password, made up by the next run. Every login of it gets the same in that run; pods read
     * it within minutes where they take it as a file ({@code withEnvFile}), and otherwise when they start again. Renders to {@code
     * password_wo_version}.
     *
     * <p>Should such a run fail after the database has the password and before the login has it, raise the version once more.
     *
     * @param version 1 or more; without this call 1
     */
    public Postgres withPasswordVersion(int version) {
        return with(changed -> changed.passwordVersion = new GeneratedPassword(terraformName(), version).version());
    }

    /**
     * Returns this database with a setting of the server. It takes the place of the default of that name: {@code
     * log_lock_waits} 1, {@code log_min_duration_statement} 1000 (milliseconds), {@code shared_preload_libraries} {@code
     * pg_stat_statements}. Renders to {@code aws_db_parameter_group.parameter}.
     *
     * @param name such as {@code work_mem}
     * @param value in the unit of that parameter, such as {@code 65536}
     * @param method {@link ApplyMethod#PENDING_REBOOT} for static parameters
     * @throws IllegalArgumentException if it is {@code rds.force_ssl}, or set already
     */
    public Postgres withParameter(String name, String value, ApplyMethod method) {
        var parameter = new ServerParameter(name, value, method).refusingSecond(name(), options.parameters);
        return with(changed -> changed.add(parameter));
    }

    /**
     * Returns the login of the master user, kept in a store; workloads take its values as environment variables.
     *
     * @param store where its values are kept, below the store's path and the database's name: {@code /faceit/orders/password}
     */
    public DatabaseLogin loginIn(ParameterStore store) {
        return DatabaseLogin.of(this, store);
    }

    /** Returns the port that it listens on. */
    public Port port() {
        return options.port;
    }

    /** Returns the name of its first database. */
    public String databaseName() {
        return options.databaseName;
    }

    /** Returns the name of its master user. */
    public String masterUsername() {
        return options.masterUsername;
    }

    /** Returns its version, as described. */
    public Version version() {
        return version;
    }

    /** Refers to its host name, without port, known once Terraform has applied. */
    public Expression<String> host() {
        return PostgresInstance.named(this).address_();
    }

    /** Refers to the id of its security group, known once Terraform has applied. */
    public Expression<String> securityGroupId() {
        return PostgresNetwork.group(this).id();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        var all = new ArrayList<PartReference>();
        all.add(subnets.reference());
        reaches.forEach(reach -> all.add(reach.reference()));
        return all;
    }

    @Override
    public Elements expand(Site site) {
        var settings = PostgresSettings.of(name(), site, options);
        var elements = PostgresInstance.elements(this, settings, site);
        for (var detail : options.details.entrySet()) {
            elements = elements.withDetail(detail.getKey(), detail.getValue());
        }
        return elements;
    }

    String name() {
        return id.name().text();
    }

    /** Its name in Terraform among things that other parts have too, such as keys and roles. */
    String terraformName() {
        return id.kind().identifier() + "_" + id.name().identifier();
    }

    Subnets subnets() {
        return subnets;
    }

    PostgresOptions options() {
        return options;
    }

    List<Reach> reaches() {
        return reaches;
    }

    EncryptionKey key() {
        return new EncryptionKey(id);
    }

    GeneratedPassword password() {
        return new GeneratedPassword(terraformName(), options.passwordVersion);
    }

    private Postgres with(Consumer<PostgresOptions> change) {
        var changed = options.copy();
        change.accept(changed);
        return new Postgres(this, changed, reaches);
    }
}
