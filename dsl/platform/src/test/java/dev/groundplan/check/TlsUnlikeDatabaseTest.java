package dev.groundplan.check;

import static dev.groundplan.check.ContractChecksTest.CONTRACT;
import static dev.groundplan.check.ContractChecksTest.DEPLOYMENT;
import static dev.groundplan.check.ContractChecksTest.app;
import static dev.groundplan.check.ContractChecksTest.assertFound;
import static dev.groundplan.check.ContractChecksTest.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.TestParts;
import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mode that an app talks to its own database with, and what that database forces. */
class TlsUnlikeDatabaseTest {

    private static final String PLAIN_HOST = "{name: POSTGRESQL_HOST, value: db}";
    private static final String GIVEN_HOST =
            "{name: POSTGRESQL_HOST, valueFrom: {secretKeyRef: {name: db, key: host}}}";
    private static final Resource ORDERS = database("orders");
    private static final Resource STOCK = database("stock");

    @Test
    void mode_without_tls_for_a_database_that_forces_it_is_told() {
        var app = talking("disable");

        assertThat(Found.by("A10", app, led(ORDERS.with("engine_version", "17.5"))))
                .isEqualTo("""
                error[A10] The Deployment `test/test-app` has `disable` for `POSTGRESQL_SSLMODE` (contracts/test-app/kubernetes.yml, env), which promises no TLS, and its database takes nobody without (rds.force_ssl).
                    at: platform `shop` > objects `app`   (%s)
                    in: staging
                  mend: take the mode from the database: .withEnv("POSTGRESQL_SSLMODE", login.sslMode())
                   see: docs/checks/A10.md
                """.formatted(app.line()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer"})
    void each_mode_that_promises_no_tls_is_told(String mode) {
        assertThat(Found.by("A10", talking(mode), led(ORDERS.with("engine_version", "15.1"))))
                .contains("has `%s` for `POSTGRESQL_SSLMODE`".formatted(mode));
    }

    @Test
    void mode_that_promises_it_is_no_problem() {
        assertThat(Found.by("A10", talking("require"), led(ORDERS.with("engine_version", "17.5"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14.9, '', false", "14.9, 0, false", "14.9, 1, true", "15, '', true", "17.5, 0, false", "17.5, 1, true"
    })
    void parameter_group_counts_and_without_its_word_the_version(String version, String forced, boolean told) {
        var group = Resource.of("aws_db_parameter_group", "orders");
        var saying = forced.isEmpty()
                ? group.withBlock("parameter", parameter("log_lock_waits", "1"))
                : group.withBlock("parameter", parameter("rds.force_ssl", forced));
        var database =
                ORDERS.with("engine_version", version).with("parameter_group_name", saying.<String>attribute("name"));

        assertThat(!Found.by("A10", talking("disable"), led(database, saying)).isEmpty())
                .isEqualTo(told);
    }

    @Test
    void cluster_of_aurora_is_judged_by_its_group_alone() {
        var group = Resource.of("aws_rds_cluster_parameter_group", "orders")
                .withBlock("parameter", parameter("rds.force_ssl", "1"));
        var cluster = Resource.of("aws_rds_cluster", "orders")
                .with("engine", "aurora-postgresql")
                .with("engine_version", "16.6");

        assertThat(Found.by("A10", talking("disable"), led(cluster))).isEmpty();
        assertThat(Found.by(
                        "A10",
                        talking("disable"),
                        led(cluster.with("db_cluster_parameter_group_name", group.<String>attribute("name")), group)))
                .contains("its database takes nobody without");
    }

    @Test
    void database_of_others_does_not_count() {
        var free =
                Resource.of("aws_db_parameter_group", "free").withBlock("parameter", parameter("rds.force_ssl", "0"));
        var own = ORDERS.with("engine_version", "17.5").with("parameter_group_name", free.<String>attribute("name"));
        var other = TestParts.terraform("other", STOCK.with("engine_version", "17.5"));

        assertThat(Found.by("A10", talking("disable"), led(own, free), other)).isEmpty();
    }

    @Test
    void app_that_is_led_to_no_database_is_not_judged() {
        var app = app(DEPLOYMENT.replace("env:", "env:\n        - {name: POSTGRESQL_SSLMODE, value: disable}"));

        assertThat(Found.by("A10", app, led(ORDERS.with("engine_version", "17.5"))))
                .isEmpty();
    }

    @Test
    void cluster_variable_leads_to_a_database_too() {
        var database = ORDERS.with("engine_version", "17.5");
        var host = new ClusterVariable("host", database.<String>attribute("address"));
        var app = app(DEPLOYMENT
                .replace("env:", "env:\n        - {name: POSTGRESQL_SSLMODE, value: disable}")
                .replace(PLAIN_HOST, "{name: POSTGRESQL_HOST, value: '%s'}".formatted(host.reference())));
        var part = TestParts.part(
                "database",
                "orders",
                site -> Elements.none().with(Root.INFRA, database).with(host));

        assertThat(Found.by("A10", app, part)).contains("its database takes nobody without");
    }

    @Test
    void mode_that_comes_by_a_parameter_is_known_all_the_same() {
        var given = DEPLOYMENT
                .replace(
                        "env:",
                        "env:\n        - {name: POSTGRESQL_SSLMODE, valueFrom: {secretKeyRef: {name: db, key: mode}}}")
                .replace(PLAIN_HOST, GIVEN_HOST);
        var mode = Resource.of("aws_ssm_parameter", "mode")
                .with("name", "/shop/mode")
                .with("insecure_value", "disable");

        assertThat(Found.by("A10", app(given, secrets()), led(ORDERS.with("engine_version", "17.5"), mode)))
                .contains("has `disable` for `POSTGRESQL_SSLMODE`");
    }

    @Test
    void mode_that_no_driver_knows_is_told() {
        var given = DEPLOYMENT.replace("env:", "env:\n        - {name: POSTGRESQL_SSLMODE, value: %s}");
        var what = "The Deployment `test/test-app` has `%s` for `POSTGRESQL_SSLMODE` (" + CONTRACT
                + ", env), which is no mode of TLS that a driver of PostgreSQL knows.";

        assertFound(
                "A10",
                app(given.formatted("verify_full")),
                what.formatted("verify_full"),
                "did you mean `verify-full`?");
        assertFound(
                "A10",
                app(given.formatted("'on'")),
                what.formatted("on"),
                "write one of allow, disable, prefer, require, verify-ca, verify-full, or take the mode from the database: .withEnv(\"POSTGRESQL_SSLMODE\", login.sslMode())");
        assertThat(Found.by("A10", app(given.formatted("prefer")))).isEmpty();
    }

    private static Custom talking(String mode) {
        return app(
                DEPLOYMENT
                        .replace("env:", "env:\n        - {name: POSTGRESQL_SSLMODE, value: %s}".formatted(mode))
                        .replace(PLAIN_HOST, GIVEN_HOST),
                secrets());
    }

    private static ExternalSecret secrets() {
        return object(ExternalSecret.class, """
                kind: ExternalSecret
                metadata: {name: reader, namespace: test}
                spec: {target: {name: db}, data: [{secretKey: host, remoteRef: {key: /shop/host}}, {secretKey: mode, remoteRef: {key: /shop/mode}}]}
                """);
    }

    /** The database, and the parameter that leads to it. */
    private static Custom led(Resource database, Resource... others) {
        var parameter = Resource.of("aws_ssm_parameter", "host")
                .with("name", "/shop/host")
                .with("insecure_value", database.<String>attribute("address"));
        return TestParts.part(
                "database",
                "orders",
                site -> Elements.none().with(Root.INFRA, database, parameter).with(Root.INFRA, others));
    }

    private static Resource database(String name) {
        return Resource.of("aws_db_instance", name).with("engine", "postgres");
    }

    private static Body parameter(String name, String value) {
        return Body.empty().with("name", name).with("value", value);
    }
}
