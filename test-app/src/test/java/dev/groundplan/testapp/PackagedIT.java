package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The packaged service as processes. {@code -Dtest-app.load=full} runs what docs/performance.md reports; without it the
 * load is what a machine that does something else besides can bear.
 */
final class PackagedIT {
    private static final boolean FULL = "full".equals(System.getProperty("test-app.load"));
    private static final int REQUESTS = FULL ? 10_000 : 1_000;
    private static final int CLIENTS = FULL ? 64 : 8;
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Between two requests of a client, so that two cores have time left to start instances. */
    private static final Duration THINKING = Duration.ofMillis(10);

    private static final Path BUILT = Path.of(System.getProperty("test-app.built"));
    private static final String ARCHIVE = "-XX:SharedArchiveFile=" + BUILT.resolve("test-app.jsa");

    private final Postgres postgres = Postgres.shared();

    /** As the Dockerfile does. */
    @BeforeAll
    static void a_first_run_archives_the_classes_of_a_start() throws Exception {
        var settings = Running.withoutDatabase();
        try (var app = AppProcess.start(
                settings, "-Ddrain.notice=PT0S", "-XX:ArchiveClassesAtExit=" + BUILT.resolve("test-app.jsa"))) {
            app.awaitStarted();
            app.terminate();
            assertThat(app.exitCode()).isZero();
        }
    }

    @Test
    void wrong_environment_ends_with_one_message_and_code_2() throws Exception {
        try (var app = AppProcess.start(0, Map.of("PORT", "80a", "POSTGRESQL_PASSWORD", "s3cret\n"))) {
            assertThat(app.exitCode()).isEqualTo(2);
            assertThat(String.join("\n", app.log()))
                    .startsWith("test-app does not start, as its environment is wrong:\n  PORT is `80a`;")
                    .contains("POSTGRESQL_HOST is missing", "POSTGRESQL_PASSWORD is not shown here")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void port_that_is_taken_ends_with_code_1() throws Exception {
        try (var first = AppProcess.start(postgres.settings(), ARCHIVE)) {
            first.awaitStarted();
            var taken = Map.of(
                    "PORT", Integer.toString(first.port()),
                    "POSTGRESQL_HOST", "localhost",
                    "POSTGRESQL_USER", "u",
                    "POSTGRESQL_PASSWORD", "p",
                    "POSTGRESQL_DBNAME", "d",
                    "POSTGRESQL_SSLMODE", "disable");
            try (var second = AppProcess.start(first.port(), taken, ARCHIVE)) {
                assertThat(second.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void starts_in_under_two_seconds() throws Exception {
        var millis = new ArrayList<Long>();
        for (int i = 0; i < (FULL ? 11 : 1); i++) {
            try (var app = AppProcess.start(postgres.settings(), ARCHIVE, "-Ddrain.notice=PT0S")) {
                millis.add(app.awaitStarted());
            }
        }
        millis.sort(Long::compare);
        long median = millis.get(millis.size() / 2);
        report("start: median %d ms of %s", median, millis);
        assertThat(median).isLessThan(FULL ? 2_000 : 6_000);
    }

    @Test
    void answers_requests_of_many_clients_without_an_error() throws Exception {
        try (var app = AppProcess.start(postgres.settings(), ARCHIVE, "-XX:MaxRAM=256m")) {
            app.awaitReady();
            for (int round = 0; round < (FULL ? 3 : 1); round++) {
                var left = new AtomicInteger(REQUESTS);
                var load = Load.start(CLIENTS, app::port, () -> left.getAndDecrement() > 0);
                load.join();
                report(
                        "%d requests, %d clients: %.0f a second, p50 %.1f ms, p99 %.1f ms, %s resident",
                        REQUESTS, CLIENTS, load.perSecond(), load.percentile(0.5), load.percentile(0.99), app.memory());
                assertThat(load.failures()).isEmpty();
                assertThat(load.asked()).isEqualTo(REQUESTS);
            }
        }
    }

    @Test
    void drains_under_load_without_a_failed_request_and_ends_with_code_0() throws Exception {
        try (var app = AppProcess.start(postgres.settings(), ARCHIVE, "-Ddrain.notice=PT1S")) {
            app.awaitReady();
            var load = Load.untilAskedToLeave(CLIENTS, app.port());
            Deadline.within(SOON, "some load", () -> load.asked() > REQUESTS / 5);
            app.terminate();
            Deadline.within(SOON, "not ready", () -> !Connection.answers(app.port(), "/observe/health/ready"));
            load.join();
            assertThat(app.exitCode()).isZero();
            assertThat(load.failures()).isEmpty();
            assertThat(app.log()).anyMatch(line -> line.contains("\"message\":\"drained\""));
            assertThat(app.log())
                    .allSatisfy(
                            line -> assertThat(new Yaml().<Object>load(line)).isInstanceOf(Map.class));
            assertThat(app.log().stream()
                            .filter(line -> line.contains("\"trace_id\":\""))
                            .count())
                    .as("one line of access log a request")
                    .isEqualTo(load.asked());
        }
    }

    @Test
    void request_that_waits_for_a_database_that_hangs_is_answered_before_the_end() throws Exception {
        try (var silent = Relay.toNobody();
                var app = AppProcess.start(silent.between(postgres.settings()), ARCHIVE, "-Ddrain.notice=PT0S")) {
            app.awaitStarted();
            var client = Client.of(app.port());
            var health =
                    client.http().sendAsync(client.request("/health").build(), HttpResponse.BodyHandlers.ofString());
            Deadline.within(
                    SOON,
                    "both are being answered",
                    () -> client.get("/observe/metrics")
                            .body()
                            .contains("http_requests_in_flight{scope=\"application\",} 2.0"));
            app.terminate();
            assertThat(health.get().body()).isEqualTo("DOWN");
            assertThat(app.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(app.exitCode()).isZero();
        }
    }

    @Test
    void password_is_in_no_line_of_the_log_whether_it_is_wrong_or_the_database_is_lost() throws Exception {
        var password = "s3cret-of-the-database";
        try (var relay = Relay.to(postgres.port());
                var app = AppProcess.start(
                        relay.between(postgres.settings(Password.of(password), "verify-full")),
                        ARCHIVE,
                        "-Ddrain.notice=PT0S")) {
            app.awaitStarted();
            assertThat(Client.of(app.port()).get("/health").body()).isEqualTo("DOWN");
            postgres.password(password);
            app.awaitReady();
            relay.silent(true);
            assertThat(Client.of(app.port()).get("/health").body()).isEqualTo("DOWN");
            app.terminate();
            assertThat(app.exitCode()).isZero();
            assertThat(app.log())
                    .filteredOn(line -> line.contains("the database does not answer"))
                    .hasSize(2)
                    .first(InstanceOfAssertFactories.STRING)
                    .contains("password authentication failed");
            assertThat(app.log()).noneMatch(line -> line.contains(password));
            assertThat(app.written()).as("a root that is read-only").isEmpty();
        } finally {
            postgres.password(Postgres.PASSWORD);
        }
    }

    @Test
    void password_beyond_ascii_connects_in_the_locale_of_the_image() throws Exception {
        var password = "ä€😀'\"\\ ${x} %{y} &?=#:@/";
        postgres.password(password);
        try (var app = AppProcess.start(
                postgres.settings(Password.of(password), "verify-full"), ARCHIVE, "-Ddrain.notice=PT0S")) {
            app.awaitReady();
        } finally {
            postgres.password(Postgres.PASSWORD);
        }
    }

    @Test
    void rolling_restarts_lose_no_request() throws Exception {
        int restarts = FULL ? 100 : 2;
        var running = new ArrayDeque<AppProcess>();
        var leaving = new ArrayDeque<AppProcess>();
        var done = new AtomicBoolean();
        try (var balancer = new Balancer()) {
            for (int i = 0; i < 2; i++) {
                running.add(joined(balancer));
            }
            var load = Load.start(8, balancer::next, () -> {
                LockSupport.parkNanos(THINKING.toNanos());
                return !done.get();
            });
            for (int i = 0; i < restarts; i++) {
                running.add(joined(balancer));
                var oldest = running.remove();
                oldest.terminate();
                leaving.add(oldest);
            }
            done.set(true);
            load.join();
            report(
                    "%d rolling restarts: %d requests, %d failed",
                    restarts, load.asked(), load.failures().size());
            assertThat(load.failures()).isEmpty();
            for (var left : leaving) {
                assertThat(left.exitCode()).isZero();
            }
        } finally {
            running.forEach(AppProcess::close);
            leaving.forEach(AppProcess::close);
        }
    }

    private AppProcess joined(Balancer balancer) throws IOException {
        var instance = AppProcess.start(postgres.settings(), ARCHIVE, "-Ddrain.notice=PT2S");
        instance.awaitReady();
        balancer.with(instance);
        return instance;
    }

    /** Printed, and kept for docs/performance.md. */
    @FormatMethod
    private static void report(String format, Object... figures) throws IOException {
        var line = String.format(Locale.ROOT, format, figures);
        System.out.println("test-app: " + line);
        Files.writeString(
                BUILT.resolve("performance.txt"),
                line + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }
}
