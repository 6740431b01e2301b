package dev.groundplan.database;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.Fixture.changes;
import static dev.groundplan.database.Fixture.orders;
import static dev.groundplan.database.Fixture.text;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.secrets.ParameterStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseLoginTest {

    private static final ParameterStore STORE = parameterStore("faceit", "/faceit");

    @Test
    void a_login_is_six_parameters_of_which_one_is_a_secret() {
        assertThat(text(orders().loginIn(STORE), STAGING)).isEqualTo("""
                {
                  "resource": {
                    "aws_ssm_parameter": {
                      "login_orders_dbname": {
                        "name": "/faceit/orders/dbname",
                        "type": "String",
                        "insecure_value": "orders"
                      },
                      "login_orders_host": {
                        "name": "/faceit/orders/host",
                        "type": "String",
                        "insecure_value": "${aws_db_instance.orders.address}"
                      },
                      "login_orders_password": {
                        "name": "/faceit/orders/password",
                        "type": "SecureString",
                        "key_id": "${aws_kms_key.parameter_store_faceit.arn}",
                        "value_wo": "${ephemeral.random_password.postgres_orders.result}",
                        "value_wo_version": 1,
                        "depends_on": [
                          "aws_db_instance.orders"
                        ]
                      },
                      "login_orders_port": {
                        "name": "/faceit/orders/port",
                        "type": "String",
                        "insecure_value": "5432"
                      },
                      "login_orders_sslmode": {
                        "name": "/faceit/orders/sslmode",
                        "type": "String",
                        "insecure_value": "verify-full"
                      },
                      "login_orders_username": {
                        "name": "/faceit/orders/username",
                        "type": "String",
                        "insecure_value": "orders_owner"
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void the_password_is_the_one_of_the_database_in_value_and_version() {
        var database = orders().withPasswordVersion(7);

        assertThat(text(database, STAGING))
                .contains("\"password_wo\": \"${ephemeral.random_password.postgres_orders.result}\"")
                .contains("\"password_wo_version\": 7");
        assertThat(text(database.loginIn(STORE), STAGING))
                .contains("\"value_wo\": \"${ephemeral.random_password.postgres_orders.result}\"")
                .contains("\"value_wo_version\": 7");
    }

    @Test
    void port_and_names_are_the_ones_of_the_database() {
        var database = orders().withPort(port(5433)).withDatabaseName("shop").withMasterUsername("shopkeeper");

        assertThat(changes(text(orders().loginIn(STORE), STAGING), text(database.loginIn(STORE), STAGING)))
                .isEqualTo("""
                        - "insecure_value": "orders"
                        - "insecure_value": "5432"
                        - "insecure_value": "orders_owner"
                        + "insecure_value": "shop"
                        + "insecure_value": "5433"
                        + "insecure_value": "shopkeeper"
                        """);
    }

    @Test
    void the_ssl_mode_is_chosen() {
        var login = orders().loginIn(STORE);

        assertThat(changes(text(login, STAGING), text(login.withSslMode(SslMode.REQUIRE), STAGING)))
                .isEqualTo("""
                        - "insecure_value": "verify-full"
                        + "insecure_value": "require"
                        """);
    }

    @Test
    void every_value_is_referred_to_by_its_parameter_and_the_key_of_the_store() {
        var login = orders().loginIn(STORE);
        var all = Stream.of(
                login.host(), login.port(), login.databaseName(), login.username(), login.password(), login.sslMode());

        assertThat(all).allSatisfy(reference -> {
            assertThat(reference.keptBy()).isSameAs(login);
            assertThat(reference.keyArn()).hasToString("aws_kms_key.parameter_store_faceit.arn");
        });
        assertThat(Stream.of(
                                login.host(),
                                login.port(),
                                login.databaseName(),
                                login.username(),
                                login.password(),
                                login.sslMode())
                        .map(SecretReference::parameter))
                .extracting(Object::toString)
                .containsExactly(
                        "/faceit/orders/host",
                        "/faceit/orders/port",
                        "/faceit/orders/dbname",
                        "/faceit/orders/username",
                        "/faceit/orders/password",
                        "/faceit/orders/sslmode");
    }

    @Test
    void a_login_refers_to_its_database_and_its_store_at_the_line_that_asked_for_it() {
        var database = orders();
        var login = database.loginIn(STORE);

        assertThat(login.references()).extracting(PartReference::to).containsExactly(database, STORE);
        assertThat(login.references()).extracting(PartReference::line).containsOnly(login.line());
        assertThat(login.line().file()).isEqualTo("DatabaseLoginTest.java");
    }

    @Test
    void a_problem_with_a_parameter_names_the_value_and_the_line_of_the_login() {
        var login = orders().loginIn(STORE);

        assertThat(login.expand(STAGING).details())
                .containsEntry("/faceit/orders/password", new SourceDetail("password", login.line()));
    }
}
