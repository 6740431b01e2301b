package dev.groundplan.database;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsDbInstance;

/** The database itself, and all of its elements in the order in which a reader meets them. */
final class PostgresInstance {

    /** What RDS calls the authority whose certificates its databases have by default; valid until 2061. */
    private static final String AUTHORITY = "rds-ca-rsa2048-g1";

    private final Postgres postgres;
    private final PostgresSettings settings;
    private final PostgresOptions options;
    private final String identifier;

    private PostgresInstance(Postgres postgres, PostgresSettings settings, Site site) {
        this.postgres = postgres;
        this.settings = settings;
        this.options = postgres.options();
        this.identifier = site.unique(postgres.id().name());
    }

    static Elements elements(Postgres postgres, PostgresSettings settings, Site site) {
        var observation = new PostgresObservation(postgres, settings, site);
        var network = new PostgresNetwork(postgres, site);
        var instance = new PostgresInstance(postgres, settings, site)
                .instance(observation)
                .withDependsOn(observation.neededFirst().toArray(Declaration[]::new));
        return Elements.none()
                .with(Root.INFRA, postgres.key().declarations(site, observation.keyStatements()))
                .with(Root.INFRA, network.subnetGroup(), PostgresParameters.group(postgres, site))
                .with(Root.INFRA, network.declarations())
                .with(Root.INFRA, observation.declarations())
                .with(Root.INFRA, postgres.password().declaration(), instance);
    }

    /** The address of the instance, for references to it. */
    static AwsDbInstance named(Postgres postgres) {
        return AwsDbInstance.of(postgres.id().name().identifier(), text(""));
    }

    private AwsDbInstance instance(PostgresObservation observation) {
        return observation.observed(protectedFromLoss(inItsNetwork(machine())));
    }

    private AwsDbInstance machine() {
        var instance = AwsDbInstance.of(
                        postgres.id().name().identifier(),
                        text(settings.instanceClass().text()))
                .withIdentifier(identifier)
                .withEngine("postgres")
                .withEngineVersion(postgres.version().text())
                .withEngineLifecycleSupport("open-source-rds-extended-support-disabled")
                .withAutoMinorVersionUpgrade(PostgresVersions.minorIsOpen(postgres.version()))
                .withAllowMajorVersionUpgrade(options.majorVersionUpgrades.isOn())
                .withParameterGroupName(PostgresParameters.named(postgres).name())
                .withStorageType("gp3")
                .withAllocatedStorage(options.storage.gibibytes());
        if (options.storage.grows()) {
            instance = instance.withMaxAllocatedStorage(options.storage.mostGibibytes());
        }
        return instance.withStorageEncrypted(true).withKmsKeyId(postgres.key().arn());
    }

    private AwsDbInstance inItsNetwork(AwsDbInstance instance) {
        return instance.withDbName(options.databaseName)
                .withUsername(options.masterUsername)
                .withPasswordWo(postgres.password().value())
                .withPasswordWoVersion(postgres.password().version())
                .withPort(options.port.number())
                .withDbSubnetGroupName(PostgresNetwork.subnetGroup(postgres).name())
                .withVpcSecurityGroupIds(list(postgres.securityGroupId()))
                .withPubliclyAccessible(false)
                .withCaCertIdentifier(AUTHORITY)
                .withMultiAz(settings.multiAz());
    }

    private AwsDbInstance protectedFromLoss(AwsDbInstance instance) {
        var guarded = instance.withBackupRetentionPeriod(
                        settings.backupsKeptFor().count())
                .withBackupWindow(options.backupWindow.text())
                .withMaintenanceWindow(options.maintenanceWindow.text())
                .withApplyImmediately(settings.applyImmediately())
                .withCopyTagsToSnapshot(true)
                .withDeletionProtection(settings.deletionProtection())
                .withDeleteAutomatedBackups(!settings.finalSnapshot())
                .withSkipFinalSnapshot(!settings.finalSnapshot());
        return settings.finalSnapshot() ? guarded.withFinalSnapshotIdentifier(identifier + "-final") : guarded;
    }
}
