package dev.groundplan.database;

import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.ApplyMethod.IMMEDIATE;
import static dev.groundplan.database.BackupWindow.backupWindow;
import static dev.groundplan.database.Fixture.CLUSTER;
import static dev.groundplan.database.Fixture.NETWORK;
import static dev.groundplan.database.Fixture.cluster;
import static dev.groundplan.database.Fixture.orders;
import static dev.groundplan.database.InstanceClass.instanceClass;
import static dev.groundplan.database.MaintenanceWindow.maintenanceWindow;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.database.Switch.ON;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresRefusalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"13.20", "19", "9.6"})
    void a_major_version_without_standard_support_is_refused(String text) {
        refused(
                () -> postgres("orders", version(text), NETWORK.privateSubnets()),
                "RDS has no PostgreSQL `" + text
                        + "` with standard support: it has 14 (until 2027-02-28), 15 (until 2028-02-29), 16 (until 2029-02-28), 17 (until 2030-02-28), 18 (until 2031-02-28). Write one of them, as in version(\"17.5\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "14.19", "18", "18.1"})
    void the_first_and_the_last_major_version_are_taken(String text) {
        assertThat(postgres("orders", version(text), NETWORK.privateSubnets()).version())
                .hasToString(text);
    }

    @Test
    void a_version_of_three_numbers_is_refused() {
        refused(
                () -> postgres("orders", version("17.5.1"), NETWORK.privateSubnets()),
                "`17.5.1` is no version of PostgreSQL: it has a major and a minor number, as in version(\"17.5\"), or the major alone, as in version(\"17\").");
    }

    @Test
    void public_subnets_are_refused() {
        refused(
                () -> postgres("orders", version("17.5"), NETWORK.publicSubnets()),
                "The database `orders` is put into the public subnets of the vpc `faceit`: what the Internet reaches is no place for it. Write vpc.privateSubnets().");
    }

    @Test
    void a_cluster_of_another_network_is_refused() {
        var other = vpc("other", cidr("10.1.0.0/16"), zones("eu-west-2a", "eu-west-2b"));

        refused(
                () -> orders().reachableFrom(cluster("batch", other)),
                "The database `orders` stands in the vpc `faceit` and the cluster `batch` in the vpc `other`: no rule of a security group leads from one network into another. Put both into one, as in postgres(\"orders\", …, network.privateSubnets()).");
    }

    @Test
    void a_cluster_is_refused_twice() {
        var reachable = orders().reachableFrom(CLUSTER);
        var first = reachable.references().getLast().line();

        refused(
                () -> reachable.reachableFrom(CLUSTER),
                "The database `orders` is reachable from the cluster `faceit` twice: the first is at " + first
                        + ". Leave one out.");
        assertThat(first.file()).isEqualTo("PostgresRefusalsTest.java");
    }

    @Test
    void less_than_20_gibibytes_are_refused() {
        refused(
                () -> orders().withStorage(gibibytes(19)),
                "19 GiB are too few for a database: a gp3 volume of RDS has 20 to 65536 GiB, as in .withStorage(gibibytes(20)).");
    }

    @Test
    void a_ceiling_less_than_a_tenth_above_is_refused() {
        refused(
                () -> orders().withStorage(gibibytes(55).growingTo(gibibytes(60))),
                "55 GiB can't grow to only 60 GiB: RDS wants a ceiling at least a tenth above. Write .withStorage(gibibytes(55).growingTo(gibibytes(61))) or more, or no ceiling.");
        assertThat(orders().withStorage(gibibytes(50).growingTo(gibibytes(55)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m7g.large",
                "db.m7g",
                "db.large",
                "db.serverless",
                "db.t4g.tiny",
                "DB.T4G.MEDIUM",
                "db.m7g.0xlarge"
            })
    void what_is_no_instance_class_is_refused(String text) {
        refused(
                () -> instanceClass(text),
                "`" + text
                        + "` is no instance class: write `db.`, the family and the size, as in instanceClass(\"db.t4g.medium\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.t4g.micro", "db.m7g.large", "db.r6gd.16xlarge", "db.x2iedn.xlarge"})
    void instance_classes_of_many_families_are_taken(String text) {
        assertThat(instanceClass(text)).hasToString(text);
    }

    @Test
    void backups_for_36_days_are_refused() {
        refused(
                () -> orders().withBackupsKeptFor(days(36)),
                "RDS keeps backups for 0 to 35 days, not 36: write .withBackupsKeptFor(days(35)), and copy snapshots elsewhere for longer.");
    }

    @Test
    void production_without_backups_is_refused() {
        refused(
                () -> orders().withBackupsKeptFor(days(0)).expand(PRODUCTION),
                "The database `orders` keeps no backups in the production environment `production`: a wrong statement would be final. Write .withBackupsKeptFor(days(14)), or leave the call out.");
    }

    @Test
    void logs_are_kept_only_for_what_cloudwatch_has() {
        refused(
                () -> orders().withLogsKeptFor(days(10)),
                "CloudWatch can't keep logs for 10 days, only for one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]: did you mean .withLogsKeptFor(days(14))?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2:00-3:00", "02:00", "24:00-01:00", "02:60-03:30", "02:00 - 03:00", "sun:02:00-sun:03:00"})
    void what_is_no_backup_window_is_refused(String text) {
        refused(
                () -> backupWindow(text),
                "`" + text + "` is no backup window: write hh:mm-hh:mm in UTC, as in backupWindow(\"02:00-03:00\").");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04:00-05:00",
                "Sun:04:00-Sun:05:00",
                "son:04:00-son:05:00",
                "sun:04:00-05:00",
                "sun:24:00-mon:01:00"
            })
    void what_is_no_maintenance_window_is_refused(String text) {
        refused(
                () -> maintenanceWindow(text),
                "`" + text
                        + "` is no maintenance window: write ddd:hh:mm-ddd:hh:mm in UTC with days in lower case, as in maintenanceWindow(\"sun:04:00-sun:05:00\").");
    }

    @Test
    void windows_shorter_than_half_an_hour_are_refused() {
        refused(
                () -> backupWindow("23:50-00:19"),
                "`23:50-00:19` is no backup window: it lasts 29 minutes and RDS needs 30 or more, as in backupWindow(\"02:00-03:00\").");
        refused(
                () -> maintenanceWindow("sun:23:50-mon:00:19"),
                "`sun:23:50-mon:00:19` is no maintenance window: it lasts 29 minutes and RDS needs 30 or more, as in maintenanceWindow(\"sun:04:00-sun:05:00\").");
    }

    @Test
    void windows_that_overlap_are_refused() {
        var database = orders().withBackupWindow(backupWindow("04:30-05:30"));

        refused(
                () -> database.expand(STAGING),
                "The database `orders` takes its backup at `04:30-05:30`, and its maintenance window `sun:04:00-sun:05:00` overlaps that: RDS refuses both at one time. Shift one, as in .withBackupWindow(backupWindow(\"02:00-03:00\")) and .withMaintenanceWindow(maintenanceWindow(\"sun:04:00-sun:05:00\")).");
    }

    @Test
    void performance_insights_on_a_small_machine_are_refused() {
        var database = orders().withInstanceClass(instanceClass("db.t4g.micro")).withPerformanceInsights(ON);

        refused(
                () -> database.expand(STAGING),
                "The database `orders` runs on `db.t4g.micro`, which is too small for Performance Insights: choose a larger one, as in .withInstanceClass(instanceClass(\"db.t4g.medium\")), or write .withPerformanceInsights(OFF).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "1orders", "or-ders", "_orders"})
    void what_is_no_database_name_is_refused(String text) {
        refused(
                () -> orders().withDatabaseName(text),
                "`" + text
                        + "` is no database name: write 1 to 63 lower-case letters, digits and `_`, first a letter, as in withDatabaseName(\"orders\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "rdsadmin", "template1", "order", "user"})
    void database_names_that_are_taken_are_refused(String text) {
        refused(
                () -> orders().withDatabaseName(text),
                "`" + text
                        + "` can't be the name of a database: RDS and PostgreSQL keep that word for themselves. Choose another, as in withDatabaseName(\"orders\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "rdsadmin", "rds_superuser", "pg_monitor", "public", "user"})
    void user_names_that_are_taken_are_refused(String text) {
        refused(
                () -> orders().withMasterUsername(text),
                "`" + text
                        + "` can't be the master user: RDS and PostgreSQL keep that word for themselves. Choose another, as in withMasterUsername(\"orders_owner\").");
    }

    @Test
    void what_is_no_user_name_is_refused() {
        refused(
                () -> orders().withMasterUsername("orders-owner"),
                "`orders-owner` is no user name: write 1 to 63 lower-case letters, digits and `_`, first a letter, as in withMasterUsername(\"orders_owner\").");
        assertThat(orders().withMasterUsername("postgres").masterUsername()).isEqualTo("postgres");
    }

    @Test
    void a_part_whose_name_is_a_word_of_sql_is_refused_until_its_database_is_named() {
        var user = postgres("user", version("17.5"), NETWORK.privateSubnets());

        refused(
                () -> user.expand(STAGING),
                "`user` can't be the name of a database: RDS and PostgreSQL keep that word for themselves. Choose another, as in withDatabaseName(\"orders\").");
        assertThat(user.withDatabaseName("accounts").expand(STAGING).terraform())
                .isNotEmpty();
    }

    @Test
    void a_password_version_below_1_is_refused() {
        refused(
                () -> orders().withPasswordVersion(0),
                "0 is no version of a secret: the first is 1, and with a higher one than before the next run makes up a new secret.");
    }

    @Test
    void a_parameter_is_refused_twice() {
        var database = orders().withParameter("work_mem", "65536", IMMEDIATE);

        refused(
                () -> database.withParameter("work_mem", "4096", IMMEDIATE),
                "The database `orders` has the parameter `work_mem` twice, `65536` and `4096`: leave one out.");
    }

    @Test
    void what_is_no_parameter_is_refused() {
        refused(
                () -> orders().withParameter("work mem", "65536", IMMEDIATE),
                "`work mem` is no parameter of PostgreSQL: write its name in lower case, as in withParameter(\"work_mem\", \"65536\", IMMEDIATE).");
    }

    @Test
    void connections_without_tls_are_refused() {
        refused(
                () -> orders().withParameter("rds.force_ssl", "0", IMMEDIATE),
                "The parameter `rds.force_ssl` of the database `orders` stays 1: its logins promise TLS to those who connect. Leave the call out.");
    }

    private static void refused(ThrowingCallable description, String message) {
        assertThatIllegalArgumentException().isThrownBy(description).withMessage(message);
    }
}
