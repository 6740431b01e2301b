package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
    private static final List<String> REQUIRED =
            List.of("POSTGRESQL_HOST", "POSTGRESQL_USER", "POSTGRESQL_PASSWORD", "POSTGRESQL_DBNAME");
    private static final List<String> ALL = List.of(
            "PORT",
            "POSTGRESQL_HOST",
            "POSTGRESQL_PORT",
            "POSTGRESQL_USER",
            "POSTGRESQL_PASSWORD_FILE",
            "POSTGRESQL_DBNAME",
            "POSTGRESQL_SSLMODE",
            "POSTGRESQL_SSLROOTCERT");

    @TempDir
    Path directory;

    @Test
    void least_environment_takes_the_defaults() throws IOException {
        var variables = least();
        var settings = Environment.read(variables);
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.databasePort()).isEqualTo(5432);
        assertThat(settings.sslMode()).isEqualTo("verify-full");
        assertThat(settings.password().value()).isEqualTo("pässword of 'any' kind\\");
    }

    @Test
    void nothing_at_all_is_answered_by_one_message_with_everything() {
        assertThatThrownBy(() -> Environment.read(Map.of())).hasMessage("""
                test-app does not start, as its environment is wrong:
                  POSTGRESQL_HOST is missing; needed: a host name or address, e.g. orders.example.com
                  POSTGRESQL_USER is missing; needed: a role of 1 to 63 characters, e.g. orders
                  POSTGRESQL_PASSWORD is missing; needed: 1 to 1000 printable characters without a line break, or POSTGRESQL_PASSWORD_FILE
                  POSTGRESQL_DBNAME is missing; needed: a name of 1 to 63 characters, e.g. orders
                  POSTGRESQL_SSLROOTCERT is `/etc/ssl/rds/global-bundle.pem`; needed to verify: a readable PEM file with the certificates of the authorities""");
    }

    @Test
    void garbage_in_every_variable_is_named_in_one_message_that_does_not_show_the_password() {
        var variables = new TreeMap<>(Map.of(
                "PORT", "80a",
                "POSTGRESQL_HOST", "a b",
                "POSTGRESQL_PORT", "65536",
                "POSTGRESQL_USER", "",
                "POSTGRESQL_PASSWORD", "s3cret\n",
                "POSTGRESQL_DBNAME", "d".repeat(64),
                "POSTGRESQL_SSLMODE", "prefer",
                "POSTGRESQL_SSLROOTCERT", "/none",
                "POSTGRESQL_PASSWORD_FILE", "/none/password"));
        assertThatThrownBy(() -> Environment.read(variables)).hasMessage("""
                test-app does not start, as its environment is wrong:
                  PORT is `80a`; needed: a number from 1 to 65535, e.g. 8080
                  POSTGRESQL_HOST is `a b`; needed: a host name or address, e.g. orders.example.com
                  POSTGRESQL_PORT is `65536`; needed: a number from 1 to 65535, e.g. 5432
                  POSTGRESQL_USER is ``; needed: a role of 1 to 63 characters, e.g. orders
                  POSTGRESQL_PASSWORD and POSTGRESQL_PASSWORD_FILE are both set; needed: one of them
                  POSTGRESQL_PASSWORD_FILE is `/none/password`; needed: the path of a readable file with one line of 1 to 1000 printable characters
                  POSTGRESQL_PASSWORD is not shown here; needed: 1 to 1000 printable characters without a line break, or POSTGRESQL_PASSWORD_FILE
                  POSTGRESQL_DBNAME is `dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd…`; needed: a name of 1 to 63 characters, e.g. orders
                  POSTGRESQL_SSLMODE is `prefer`; needed: verify-full, verify-ca, require, disable
                  POSTGRESQL_SSLROOTCERT is `/none`; needed to verify: a readable PEM file with the certificates of the authorities""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORT",
                "POSTGRESQL_HOST",
                "POSTGRESQL_PORT",
                "POSTGRESQL_USER",
                "POSTGRESQL_PASSWORD",
                "POSTGRESQL_DBNAME",
                "POSTGRESQL_SSLMODE",
                "POSTGRESQL_SSLROOTCERT"
            })
    void each_variable_refuses_what_it_cannot_be_and_names_itself_alone(String name) throws IOException {
        for (var bad : List.of("", "\u0000", "a\nb", "x".repeat(100_000), "\uD800")) {
            var variables = least();
            variables.put(name, bad);
            assertThatThrownBy(() -> Environment.read(variables))
                    .as(bad)
                    .isInstanceOf(Environment.Wrong.class)
                    .satisfies(wrong -> {
                        assertThat(String.valueOf(wrong.getMessage()).lines()).hasSize(2);
                        assertThat(wrong).hasMessageContaining("\n  " + name + " is ");
                        assertThat(String.valueOf(wrong.getMessage())).hasSizeLessThan(400);
                    });
        }
    }

    /** Numbers, quotes, blanks, what a shell or a connection string takes for syntax, letters beyond ASCII. */
    @Test
    void each_variable_takes_its_kinds_of_values_and_refuses_all_others() throws IOException {
        var kinds = List.of(
                "80", "0", "65536", "+80", "80 ", " 80", "８０", "'", "\"", "\\", "a b", " ", "a'b", "$(id)", "%s",
                "a?b=c&d", "a#b", "u:p@h", "a://b", "ä", "😀", "a.b", "::1", "require", "Require", "prefer", "\uFFFD");
        for (var name :
                Stream.concat(ALL.stream(), Stream.of("POSTGRESQL_PASSWORD")).toList()) {
            var taken = new ArrayList<String>();
            for (var value : kinds) {
                var variables = least();
                variables.put(name, value);
                if (catchThrowable(() -> Environment.read(variables)) == null) {
                    taken.add(value);
                }
            }
            var expected = switch (name) {
                case "PORT", "POSTGRESQL_PORT" -> List.of("80");
                case "POSTGRESQL_HOST" -> List.of("80", "0", "65536", "a.b", "::1", "require", "Require", "prefer");
                case "POSTGRESQL_SSLMODE" -> List.of("require");
                case "POSTGRESQL_SSLROOTCERT", "POSTGRESQL_PASSWORD_FILE" -> List.of();
                default -> kinds.subList(0, kinds.size() - 1);
            };
            assertThat(taken).as(name).isEqualTo(expected);
        }
    }

    @Test
    void files_may_have_any_name() throws IOException {
        var variables = least();
        variables.remove("POSTGRESQL_PASSWORD");
        variables.put("POSTGRESQL_PASSWORD_FILE", file("it's \"a\" $(file) ?&=%", "secret"));
        variables.put("POSTGRESQL_SSLROOTCERT", file(" b \\ ", "-----BEGIN CERTIFICATE-----\n"));
        assertThat(Environment.read(variables).password().value()).isEqualTo("secret");
    }

    @Test
    void password_in_the_wrong_variable_is_not_shown() throws IOException {
        var variables = least();
        variables.remove("POSTGRESQL_PASSWORD");
        variables.put("POSTGRESQL_HOST", "postgres://u:hunter2@h/db");
        variables.put("POSTGRESQL_PORT", "u:hunter2@h");
        variables.put("POSTGRESQL_PASSWORD_FILE", "hunter2");
        assertThatThrownBy(() -> Environment.read(variables))
                .hasMessageContaining("POSTGRESQL_HOST is not shown here; needed:")
                .hasMessageContaining("POSTGRESQL_PORT is not shown here; needed:")
                .hasMessageContaining("POSTGRESQL_PASSWORD_FILE is not shown here; needed:")
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void required_variables_are_missed_one_by_one() throws IOException {
        for (var name : REQUIRED) {
            var variables = least();
            variables.remove(name);
            assertThatThrownBy(() -> Environment.read(variables)).hasMessageContaining("\n  " + name + " is missing");
        }
    }

    @Test
    void whatever_the_values_the_answer_is_settings_or_one_message_without_the_password() throws IOException {
        var random = new Random(20_260_101);
        for (int i = 0; i < 3_000; i++) {
            var variables = least();
            for (var name : ALL) {
                if (random.nextInt(3) == 0) {
                    variables.put(name, garbage(random));
                }
            }
            var secret = "never-shown-" + garbage(random) + (random.nextBoolean() ? "" : "\n");
            variables.put("POSTGRESQL_PASSWORD", secret);
            var wrong = catchThrowable(() -> Environment.read(variables));
            if (wrong != null) {
                assertThat(wrong).as(variables.toString()).isInstanceOf(Environment.Wrong.class);
                assertThat(wrong.getMessage()).doesNotContain("never-shown");
            }
        }
    }

    @Test
    void password_file_is_read_without_the_line_break_at_its_end() throws IOException {
        var variables = least();
        variables.remove("POSTGRESQL_PASSWORD");
        variables.put("POSTGRESQL_PASSWORD_FILE", file("password", " with blanks \r\n"));
        assertThat(Environment.read(variables).password().value()).isEqualTo(" with blanks ");
    }

    @Test
    void password_file_that_is_empty_missing_or_of_two_lines_is_refused() throws IOException {
        for (var bad : List.of(
                file("empty", ""),
                file("two", "a\nb\n"),
                directory.resolve("none").toString())) {
            var variables = least();
            variables.remove("POSTGRESQL_PASSWORD");
            variables.put("POSTGRESQL_PASSWORD_FILE", bad);
            assertThatThrownBy(() -> Environment.read(variables))
                    .hasMessageContaining(
                            "POSTGRESQL_PASSWORD_FILE is `" + (bad.length() > 60 ? bad.substring(0, 60) : bad));
        }
    }

    @Test
    void password_and_its_file_together_are_refused() throws IOException {
        var variables = least();
        variables.put("POSTGRESQL_PASSWORD_FILE", file("password", "x"));
        assertThatThrownBy(() -> Environment.read(variables))
                .hasMessageContaining(
                        "POSTGRESQL_PASSWORD and POSTGRESQL_PASSWORD_FILE are both set; needed: one of them");
    }

    @Test
    void no_certificates_are_needed_when_none_are_verified() throws IOException {
        var variables = least();
        variables.remove("POSTGRESQL_SSLROOTCERT");
        variables.put("POSTGRESQL_SSLMODE", "require");
        assertThat(Environment.read(variables).sslMode()).isEqualTo("require");
    }

    @Test
    void addresses_of_both_families_are_hosts() throws IOException {
        for (var host : List.of("10.0.0.1", "::1", "fe80::1", "orders.abc.eu-west-2.rds.amazonaws.com", "db_1")) {
            var variables = least();
            variables.put("POSTGRESQL_HOST", host);
            assertThat(Environment.read(variables).host()).isEqualTo(host);
        }
    }

    private static String garbage(Random random) {
        var parts = List.of(
                "", " ", "'", "\"", "\\", "0", "-1", "ü", "😀", "\t", "$(id)", "a", "/", "//x?y=z&", "…".repeat(50));
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private Map<String, String> least() throws IOException {
        return new TreeMap<>(Map.of(
                "POSTGRESQL_HOST", "localhost",
                "POSTGRESQL_USER", "orders",
                "POSTGRESQL_PASSWORD", "pässword of 'any' kind\\",
                "POSTGRESQL_DBNAME", "orders",
                "POSTGRESQL_SSLROOTCERT", file("ca.pem", "-----BEGIN CERTIFICATE-----\n")));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
