package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Postgres postgres = Postgres.shared();

    @AfterEach
    void first_password_again() {
        postgres.password(Postgres.PASSWORD);
    }

    @Test
    void answers_up_and_is_ready_when_the_database_answers_over_verified_tls() {
        try (var running = Running.start(postgres.settings())) {
            var health = running.client().get("/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("UP");
            assertThat(running.client().status("/observe/health/ready")).isEqualTo(200);
            assertThat(running.metric("db_up")).isEqualTo(1);
            assertThat(running.metric("db_pool_connections_idle")).isBetween(1.0, 8.0);
        }
    }

    @Test
    void takes_no_database_that_another_authority_vouches_for_nor_one_of_another_name() {
        var trusted = postgres.settings();
        var stranger = new Settings(
                0,
                "localhost",
                postgres.port(),
                Postgres.USER,
                trusted.password(),
                "orders",
                "verify-full",
                postgres.certificates().anotherAuthority());
        var otherName = new Settings(
                0,
                "127.0.0.1",
                postgres.port(),
                Postgres.USER,
                trusted.password(),
                "orders",
                "verify-full",
                trusted.rootCertificates());
        assertThat(healthOf(stranger)).isEqualTo(500);
        assertThat(healthOf(otherName)).isEqualTo(500);
    }

    @Test
    void follows_each_mode_of_tls() {
        assertThat(healthOf(postgres.settings(Password.of(Postgres.PASSWORD), "verify-ca")))
                .isEqualTo(200);
        assertThat(healthOf(postgres.settings(Password.of(Postgres.PASSWORD), "require")))
                .isEqualTo(200);
        assertThat(healthOf(postgres.settings(Password.of(Postgres.PASSWORD), "disable")))
                .isEqualTo(500);
    }

    @Test
    void is_down_but_alive_with_a_wrong_password() {
        try (var running = Running.start(postgres.settings(Password.of("wrong"), "verify-full"))) {
            assertThat(running.client().get("/health").body()).isEqualTo("DOWN");
            assertThat(running.client().status("/observe/health/ready")).isEqualTo(503);
            assertThat(running.client().status("/observe/health/live")).isEqualTo(200);
            assertThat(running.client().status("/observe/health/started")).isEqualTo(200);
        }
    }

    @Test
    void connects_with_a_password_of_every_printable_character() {
        var every =
                IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
        postgres.password(every);
        assertThat(healthOf(postgres.settings(Password.of(every), "verify-full")))
                .isEqualTo(200);
        var beyond = "ä€😀'\"\\ ${x} %{y} &?=#:@/";
        postgres.password(beyond);
        assertThat(healthOf(postgres.settings(Password.of(beyond), "verify-full")))
                .isEqualTo(200);
    }

    @Test
    void connects_with_any_role_and_database_that_the_environment_takes() {
        for (var name : List.of("o'r\"d\\", " a b ", "ä€😀", "?ssl=false&a=b#%@:/", "$(id) ${x}")) {
            var quoted = "\"" + name.replace("\"", "\"\"") + "\"";
            postgres.sql("CREATE ROLE " + quoted + " LOGIN PASSWORD 'p'");
            postgres.sql("CREATE DATABASE " + quoted);
            var read = Environment.read(Map.of(
                    "POSTGRESQL_HOST",
                    "localhost",
                    "POSTGRESQL_PORT",
                    Integer.toString(postgres.port()),
                    "POSTGRESQL_USER",
                    name,
                    "POSTGRESQL_PASSWORD",
                    "p",
                    "POSTGRESQL_DBNAME",
                    name,
                    "POSTGRESQL_SSLROOTCERT",
                    postgres.certificates().authority().toString()));
            var settings = new Settings(
                    0,
                    read.host(),
                    read.databasePort(),
                    read.user(),
                    read.password(),
                    read.database(),
                    read.sslMode(),
                    read.rootCertificates());
            assertThat(healthOf(settings)).as(name).isEqualTo(200);
        }
    }

    @Test
    void survives_the_loss_and_the_return_of_the_database() {
        try (var running = Running.start(postgres.settings())) {
            assertThat(running.client().status("/health")).isEqualTo(200);
            postgres.stop();
            try {
                assertThat(running.client().status("/health")).isEqualTo(500);
                assertThat(running.client().status("/observe/health/ready")).isEqualTo(503);
                assertThat(running.client().status("/observe/health/live")).isEqualTo(200);
                assertThat(running.metric("db_up")).isEqualTo(0);
            } finally {
                postgres.start();
            }
            Deadline.within(SOON, "ready again", () -> running.client().status("/observe/health/ready") == 200);
            assertThat(running.client().status("/health")).isEqualTo(200);
        }
    }

    @Test
    void starts_before_the_database_and_is_ready_once_it_answers() {
        var settings = postgres.settings();
        postgres.stop();
        try (var running = Running.start(settings)) {
            try {
                assertThat(running.client().status("/observe/health/started")).isEqualTo(200);
                assertThat(running.client().status("/observe/health/ready")).isEqualTo(503);
                assertThat(running.client().status("/")).isEqualTo(200);
            } finally {
                postgres.start();
            }
            Deadline.within(SOON, "ready", () -> running.client().status("/observe/health/ready") == 200);
        }
    }

    @Test
    void piles_nothing_up_when_the_database_takes_connections_and_never_answers() throws Exception {
        try (var silent = Relay.toNobody();
                var running = Running.start(silent.between(postgres.settings()))) {
            assertAllDownWithin(running, Duration.ofSeconds(10));
            assertThat(silent.taken()).as("connections, one after the other").isBetween(1, 8);
        }
    }

    @Test
    void piles_nothing_up_when_open_connections_fall_silent_and_recovers_when_they_are_replaced() throws Exception {
        try (var relay = Relay.to(postgres.port());
                var running = Running.start(relay.between(postgres.settings()))) {
            assertThat(running.client().status("/health")).isEqualTo(200);
            relay.silent(true);
            assertAllDownWithin(running, Duration.ofSeconds(10));
            assertThat(relay.taken()).as("a full pool, and its replacement").isBetween(1, 16);
            relay.silent(false);
            Deadline.within(SOON, "up again", () -> running.client().status("/health") == 200);
        }
    }

    @Test
    void answers_down_while_the_pool_is_exhausted_and_up_when_connections_come_back() throws SQLException {
        try (var running = Running.start(postgres.settings())) {
            Deadline.within(SOON, "up", () -> running.client().status("/health") == 200);
            var borrowed = new ArrayList<Connection>();
            for (int i = 0; i < 8; i++) {
                borrowed.add(running.service().database().connection());
            }
            assertThat(running.metric("db_pool_connections_active")).isEqualTo(8);
            assertThat(running.client().status("/health")).isEqualTo(500);
            assertThat(running.client().status("/observe/health/live")).isEqualTo(200);
            for (var connection : borrowed) {
                connection.close();
            }
            assertThat(running.client().status("/health")).isEqualTo(200);
            assertThat(running.metric("db_pool_connections_active")).isEqualTo(0);
        }
    }

    @Test
    void takes_a_rotated_password_from_its_file_for_new_connections(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("password"), Postgres.PASSWORD + "\n");
        try (var running = Running.start(postgres.settings(Password.in(file), "verify-full"))) {
            assertThat(running.client().status("/health")).isEqualTo(200);
            postgres.password("second");
            assertThat(running.client().status("/health"))
                    .as("open connections stay")
                    .isEqualTo(200);
            postgres.endConnections();
            Deadline.within(SOON, "down", () -> running.client().status("/health") == 500);
            Files.writeString(file, "second");
            Deadline.within(
                    SOON, "up with the new password", () -> running.client().status("/health") == 200);
        }
    }

    private static int healthOf(Settings settings) {
        try (var running = Running.start(settings)) {
            return running.client().status("/health");
        }
    }

    private static void assertAllDownWithin(Running running, Duration time) throws Exception {
        long started = System.nanoTime();
        long threads = Threads.ofService();
        var answers = new ArrayList<Future<Integer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                answers.add(callers.submit(() -> running.client().status("/health")));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(500);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(time);
        assertThat(running.client().status("/observe/health/live")).isEqualTo(200);
        assertThat(running.metric("db_pool_waiting")).isEqualTo(0);
        assertThat(running.metric("http_requests_in_flight"))
                .as("the scrape itself")
                .isEqualTo(1);
        assertThat(Threads.ofService())
                .as("one for each connection of a caller, and one for the pool")
                .isBetween(threads + 1, threads + 110);
    }
}
