package dev.groundplan.database;

import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.ApplyMethod.PENDING_REBOOT;
import static dev.groundplan.database.BackupWindow.backupWindow;
import static dev.groundplan.database.EnhancedMonitoring.EVERY_15_SECONDS;
import static dev.groundplan.database.Fixture.CLUSTER;
import static dev.groundplan.database.Fixture.NETWORK;
import static dev.groundplan.database.Fixture.changes;
import static dev.groundplan.database.Fixture.cluster;
import static dev.groundplan.database.Fixture.orders;
import static dev.groundplan.database.Fixture.text;
import static dev.groundplan.database.InstanceClass.instanceClass;
import static dev.groundplan.database.MaintenanceWindow.maintenanceWindow;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.database.Switch.OFF;
import static dev.groundplan.database.Switch.ON;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Site;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each option alone: the lines that it changes, and no other. */
class PostgresOptionsTest {

    @Test
    void storage_grows_up_to_its_ceiling() {
        assertThat(changed(
                        STAGING, database -> database.withStorage(gibibytes(50).growingTo(gibibytes(200)))))
                .isEqualTo("""
                        - "allocated_storage": 20,
                        + "allocated_storage": 50,
                        + "max_allocated_storage": 200,
                        """);
    }

    @Test
    void the_machine_is_another() {
        assertThat(changed(STAGING, database -> database.withInstanceClass(instanceClass("db.r7g.2xlarge"))))
                .isEqualTo("""
                        - "instance_class": "db.t4g.medium",
                        + "instance_class": "db.r7g.2xlarge",
                        """);
    }

    @Test
    void a_standby_can_be_had_in_staging_and_left_out_in_production() {
        assertThat(changed(STAGING, database -> database.withMultiAz(ON))).isEqualTo("""
                - "multi_az": false,
                + "multi_az": true,
                """);
        assertThat(changed(PRODUCTION, database -> database.withMultiAz(OFF))).isEqualTo("""
                - "multi_az": true,
                + "multi_az": false,
                """);
    }

    @Test
    void backups_are_kept_from_none_to_35_days() {
        assertThat(changed(STAGING, database -> database.withBackupsKeptFor(days(0))))
                .isEqualTo("""
                - "backup_retention_period": 1,
                + "backup_retention_period": 0,
                """);
        assertThat(changed(PRODUCTION, database -> database.withBackupsKeptFor(days(35))))
                .isEqualTo("""
                - "backup_retention_period": 14,
                + "backup_retention_period": 35,
                """);
    }

    @Test
    void windows_are_shifted() {
        assertThat(changed(
                        STAGING,
                        database -> database.withBackupWindow(backupWindow("23:45-00:15"))
                                .withMaintenanceWindow(maintenanceWindow("sun:23:15-sun:23:45"))))
                .isEqualTo("""
                        - "backup_window": "02:00-03:00",
                        - "maintenance_window": "sun:04:00-sun:05:00",
                        + "backup_window": "23:45-00:15",
                        + "maintenance_window": "sun:23:15-sun:23:45",
                        """);
    }

    @Test
    void protection_and_last_snapshot_are_turned_off_in_production() {
        assertThat(changed(
                        PRODUCTION,
                        database -> database.withDeletionProtection(OFF).withFinalSnapshot(OFF)))
                .isEqualTo("""
                        - "deletion_protection": true,
                        - "delete_automated_backups": false,
                        - "skip_final_snapshot": false,
                        - "final_snapshot_identifier": "faceit-production-orders-final",
                        + "deletion_protection": false,
                        + "delete_automated_backups": true,
                        + "skip_final_snapshot": true,
                        """);
    }

    @Test
    void load_is_recorded_for_a_week() {
        assertThat(changed(STAGING, database -> database.withPerformanceInsights(ON)))
                .isEqualTo("""
                        - "performance_insights_enabled": false,
                        + "performance_insights_enabled": true,
                        + "performance_insights_kms_key_id": "${aws_kms_key.postgres_orders.arn}",
                        + "performance_insights_retention_period": 7,
                        """);
    }

    @Test
    void figures_of_the_machine_need_a_role_that_only_this_database_has() {
        assertThat(changed(PRODUCTION, database -> database.withEnhancedMonitoring(EVERY_15_SECONDS)))
                .isEqualTo("""
                        - "monitoring_interval": 60,
                        + "monitoring_interval": 15,
                        """);
        assertThat(text(orders().withEnhancedMonitoring(EnhancedMonitoring.OFF), PRODUCTION))
                .contains("\"monitoring_interval\": 0,")
                .doesNotContain("aws_iam_role")
                .doesNotContain("monitoring_trust");
    }

    @Test
    void logs_are_chosen_and_kept_for_a_year() {
        assertThat(changed(
                        PRODUCTION,
                        database ->
                                database.withLogExports(LogExport.POSTGRESQL).withLogsKeptFor(days(365))))
                .isEqualTo("""
                        - "retention_in_days": 90,
                        - "postgres_orders_upgrade": {
                        - "name": "/aws/rds/instance/faceit-production-orders/upgrade",
                        - "retention_in_days": 90,
                        - "kms_key_id": "${aws_kms_key.postgres_orders.arn}"
                        - "postgresql",
                        - "upgrade"
                        - "aws_cloudwatch_log_group.postgres_orders_upgrade",
                        - },
                        + "retention_in_days": 365,
                        + "postgresql"
                        """);
    }

    @Test
    void changes_wait_or_do_not() {
        assertThat(changed(PRODUCTION, database -> database.withApplyImmediately(ON)))
                .isEqualTo("""
                        - "apply_immediately": false,
                        + "apply_immediately": true,
                        """);
    }

    @Test
    void another_major_version_is_allowed_for_once() {
        assertThat(changed(PRODUCTION, database -> database.withMajorVersionUpgrades(ON)))
                .isEqualTo("""
                        - "allow_major_version_upgrade": false,
                        + "allow_major_version_upgrade": true,
                        """);
    }

    @Test
    void a_major_version_alone_leaves_the_minor_one_to_rds() {
        var open = postgres("orders", version("17"), NETWORK.privateSubnets());

        assertThat(changes(text(orders(), STAGING), text(open, STAGING))).isEqualTo("""
                - "engine_version": "17.5",
                - "auto_minor_version_upgrade": false,
                + "engine_version": "17",
                + "auto_minor_version_upgrade": true,
                """);
    }

    @Test
    void another_major_version_has_a_parameter_group_of_its_family() {
        var other = postgres("orders", version("16.9"), NETWORK.privateSubnets());

        assertThat(changes(text(orders(), STAGING), text(other, STAGING))).isEqualTo("""
                - "engine_version": "17.5",
                - "family": "postgres17",
                - "name_prefix": "faceit-staging-orders-postgres17-",
                + "engine_version": "16.9",
                + "family": "postgres16",
                + "name_prefix": "faceit-staging-orders-postgres16-",
                """);
    }

    @Test
    void the_port_is_one_for_database_rules_and_login() {
        var elsewhere = orders().reachableFrom(CLUSTER).withPort(port(5433));

        assertThat(changes(text(orders().reachableFrom(CLUSTER), STAGING), text(elsewhere, STAGING)))
                .isEqualTo("""
                        - "port": 5432,
                        - "from_port": 5432,
                        - "to_port": 5432,
                        + "port": 5433,
                        + "from_port": 5433,
                        + "to_port": 5433,
                        """);
    }

    @Test
    void names_of_database_and_user_are_chosen() {
        assertThat(changed(
                        STAGING, database -> database.withDatabaseName("shop").withMasterUsername("shopkeeper")))
                .isEqualTo("""
                        - "db_name": "orders",
                        - "username": "orders_owner",
                        + "db_name": "shop",
                        + "username": "shopkeeper",
                        """);
    }

    @Test
    void a_new_password_is_a_new_version() {
        assertThat(changed(STAGING, database -> database.withPasswordVersion(2)))
                .isEqualTo("""
                - "password_wo_version": 1,
                + "password_wo_version": 2,
                """);
    }

    @Test
    void a_parameter_takes_the_place_of_its_default() {
        assertThat(changed(
                        STAGING,
                        database -> database.withParameter(
                                "shared_preload_libraries", "pg_stat_statements,pg_cron", PENDING_REBOOT)))
                .isEqualTo("""
                        - "value": "pg_stat_statements",
                        + "value": "pg_stat_statements,pg_cron",
                        """);
    }

    @Test
    void every_cluster_of_the_network_has_a_rule_of_its_own() {
        var second = orders().reachableFrom(CLUSTER).reachableFrom(cluster("batch", NETWORK));

        assertThat(changes(text(orders().reachableFrom(CLUSTER), STAGING), text(second, STAGING)))
                .contains("+ \"postgres_orders_from_batch\": {")
                .contains("+ \"description\": \"PostgreSQL from the pods of the cluster batch\",");
    }

    private static String changed(Site site, UnaryOperator<Postgres> option) {
        return changes(text(orders(), site), text(option.apply(orders()), site));
    }
}
