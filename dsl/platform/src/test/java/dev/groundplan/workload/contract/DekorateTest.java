package dev.groundplan.workload.contract;

import static dev.groundplan.workload.contract.Dekorate.fromDekorate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.facts.AppContract.AppPort;
import dev.groundplan.facts.AppContract.AppVariable;
import dev.groundplan.facts.AppContract.Behaviour;
import dev.groundplan.facts.AppContract.Metrics;
import dev.groundplan.facts.AppContract.Needs;
import dev.groundplan.facts.AppContract.Offers;
import dev.groundplan.facts.AppContract.Times;
import dev.groundplan.facts.AppProbe;
import dev.groundplan.facts.AppProbe.Kind;
import dev.groundplan.facts.AppProbe.Question;
import dev.groundplan.facts.AppProbe.Rhythm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class DekorateTest {

    private static final Path TEST_APP = Path.of("src", "test", "resources", "contracts", "test-app", "kubernetes.yml");

    @Test
    void contract_of_an_app_says_what_it_offers_needs_and_how_it_behaves() {
        var contract = fromDekorate("test-app");

        assertThat(contract.app()).isEqualTo("test-app");
        assertThat(contract.source()).isEqualTo("contracts/test-app/kubernetes.yml");
        assertThat(contract.offers())
                .isEqualTo(new Offers(
                        List.of(new AppPort("http", 8080)),
                        List.of(
                                probe(Kind.STARTUP, "/observe/health/started", new Rhythm(2, 2, 15, 0)),
                                probe(Kind.READINESS, "/observe/health/ready", new Rhythm(5, 5, 1, 0)),
                                probe(Kind.LIVENESS, "/observe/health/live", new Rhythm(10, 2, 3, 0))),
                        List.of(
                                "/",
                                "/health",
                                "/observe/health/live",
                                "/observe/health/ready",
                                "/observe/health/started",
                                "/observe/metrics"),
                        List.of("/health", "/observe/health/ready"),
                        Optional.of(new Metrics("/observe/metrics", "http")),
                        Optional.of(List.of(
                                "http_requests_total",
                                "http_request_duration_seconds_bucket",
                                "http_request_duration_seconds_count",
                                "http_request_duration_seconds_sum",
                                "http_requests_in_flight",
                                "db_up",
                                "db_pool_connections_max",
                                "db_pool_connections_active",
                                "db_pool_connections_idle",
                                "db_pool_waiting"))));
        assertThat(contract.needs())
                .isEqualTo(new Needs(
                        List.of(
                                standard("PORT", "8080"),
                                given("POSTGRESQL_HOST"),
                                standard("POSTGRESQL_PORT", "5432"),
                                given("POSTGRESQL_USER"),
                                secret("POSTGRESQL_PASSWORD"),
                                given("POSTGRESQL_DBNAME"),
                                standard("POSTGRESQL_SSLMODE", "verify-full"),
                                standard("POSTGRESQL_SSLROOTCERT", "/etc/ssl/rds/global-bundle.pem")),
                        List.of("POSTGRESQL_PASSWORD_FILE"),
                        Optional.of(List.of("POSTGRESQL_PASSWORD_FILE")),
                        List.of("/etc/ssl/rds")));
        assertThat(contract.behaves())
                .isEqualTo(new Behaviour(
                        new Times(Optional.of(10), Optional.of(5), Optional.of(30)),
                        Optional.of(true),
                        Optional.of(65_532L),
                        Optional.of(true),
                        Optional.of("printable")));
    }

    @Test
    void file_says_the_same_as_the_class_path() {
        assertThat(fromDekorate(TEST_APP))
                .usingRecursiveComparison()
                .ignoringFields("source")
                .isEqualTo(fromDekorate("test-app"));
    }

    @Test
    void app_of_spring_boot_says_less_and_is_read_all_the_same() {
        var contract = fromDekorate("orders");

        assertThat(contract.offers())
                .isEqualTo(new Offers(
                        List.of(new AppPort("http", 8080)),
                        List.of(
                                probe(Kind.READINESS, "/actuator/health/readiness", new Rhythm(10, 1, 3, 0)),
                                probe(Kind.LIVENESS, "/actuator/health/liveness", new Rhythm(30, 10, 3, 0))),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(contract.needs().variables()).containsExactly(given("SPRING_DATASOURCE_URL"));
        assertThat(contract.behaves().handlesSigterm()).isEmpty();
    }

    @Test
    void app_of_quarkus_is_the_container_of_its_name_whatever_runs_it() {
        var contract = fromDekorate("stock");

        assertThat(contract.offers().probes())
                .containsExactly(
                        new AppProbe(Kind.STARTUP, new Question.Tcp("grpc"), new Rhythm(10, 1, 30, 0)),
                        new AppProbe(
                                Kind.READINESS, new Question.Exec(List.of("/ready", "--now")), new Rhythm(10, 1, 3, 0)),
                        new AppProbe(Kind.LIVENESS, new Question.Grpc("grpc"), new Rhythm(10, 1, 3, 0)));
        assertThat(contract.needs().variables()).containsExactly(standard("QUARKUS_LOG_LEVEL", "INFO"));
    }

    @Test
    void variable_that_dekorate_adds_is_no_need() {
        assertThat(manifest()).contains("- name: KUBERNETES_NAMESPACE");
        assertThat(fromDekorate("test-app").needs().variable("KUBERNETES_NAMESPACE"))
                .isEmpty();
    }

    @Test
    void order_of_keys_and_of_documents_does_not_matter() {
        var documents = new ArrayList<>();
        new Yaml().loadAll(manifest()).forEach(document -> documents.addFirst(reversed(document)));
        var shuffled = new Yaml().dumpAll(documents.iterator());

        assertThat(shuffled.indexOf("kind: Service")).isLessThan(shuffled.indexOf("kind: Deployment"));
        assertThat(shuffled.indexOf("failureThreshold:")).isGreaterThan(shuffled.indexOf("timeoutSeconds:"));
        assertThat(shuffled.indexOf("name: PORT")).isGreaterThan(shuffled.indexOf("value: '8080'"));
        assertThat(Dekorate.parse("x", shuffled)).isEqualTo(Dekorate.parse("x", manifest()));
    }

    /** Every map in it, at any depth, from its last key to its first; lists stay, since their order says something. */
    private static Object reversed(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var turned = new LinkedHashMap<Object, Object>();
                map.forEach((key, inner) -> turned.putFirst(key, reversed(inner)));
                yield turned;
            }
            case List<?> list -> list.stream().map(DekorateTest::reversed).toList();
            default -> value;
        };
    }

    @Test
    void app_that_nobody_has_compiled_is_refused() {
        assertThatThrownBy(() -> fromDekorate("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "No contract of `nobody` is on the class path: let the build copy the app's META-INF/dekorate/kubernetes.yml to contracts/nobody/kubernetes.yml of this module, or read the file itself: fromDekorate(Path.of(\"../nobody/target/classes/META-INF/dekorate/kubernetes.yml\")).");
        assertThatThrownBy(() -> fromDekorate(Path.of("nobody.yml")))
                .hasMessage(
                        "The contract `nobody.yml` is not there: compile the app first, since Dekorate writes it then.");
    }

    @Test
    void manifest_that_runs_nothing_is_refused() {
        assertThatThrownBy(() -> Dekorate.parse("x.yml", "kind: Service\nmetadata: {name: x}\n"))
                .hasMessage(
                        "The contract `x.yml` has no Deployment, StatefulSet, DaemonSet, CronJob or Job, so it says of no app what it needs: let Dekorate write one.");
        assertThatThrownBy(() -> Dekorate.parse("x.yml", "kind: [\n"))
                .hasMessage("The contract `x.yml` is no YAML: compile the app again, so that Dekorate writes it anew.");
        assertThatThrownBy(
                        () -> Dekorate.parse(
                                "x.yml",
                                "{kind: Deployment, metadata: {name: x}, spec: {template: {spec: {containers: [{name: a}, {name: b}]}}}}"))
                .hasMessage(
                        "The contract `x.yml` has 2 containers, and none is called `x`: call the app's own as the app.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start-seconds: \"10\"|start-seconds: soon|The contract `x` has `soon` in the annotation `app.groundplan.dev/start-seconds`: write a whole number, as in \"30\".",
                "handles-sigterm: \"true\"|handles-sigterm: maybe|The contract `x` has `maybe` in the annotation `app.groundplan.dev/handles-sigterm`: write `true` or `false`, as in \"true\".",
                "metrics: \"http_requests_total,|metrics: \"http-requests,|The contract `x` has `http-requests` in the annotation `app.groundplan.dev/metrics`: write names of series with commas, as in \"http_requests_total,db_up\".",
                "drain-seconds: \"30\"|drain-second: 30|The contract `x` has the annotation `app.groundplan.dev/drain-second`, which nobody knows: did you mean `app.groundplan.dev/drain-seconds`?",
                "reloads: POSTGRESQL_PASSWORD_FILE|colour: red|The contract `x` has the annotation `app.groundplan.dev/colour`, which nobody knows: known are answer-seconds, database-endpoints, drain-seconds, endpoints, handles-sigterm, metrics, metrics-path, metrics-port, optional-env, password-characters, read-only-root, reloads, run-as-user, start-seconds."
            })
    void annotation_out_of_its_grammar_is_refused(String written, String instead, String message) {
        var text = manifest().replace("app.groundplan.dev/" + written, "app.groundplan.dev/" + instead);

        assertThatThrownBy(() -> Dekorate.parse("x", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 8080|port: 9090|The contract `x` has a startupProbe that asks the port `9090`, and its container has only `http` (8080): let the app say the same port in both places, and compile it again.",
                "port: 8080|port: admin|The contract `x` has a startupProbe that asks the port `admin`, and its container has only `http` (8080): let the app say the same port in both places, and compile it again.",
                "metrics-port: http|metrics-port: admin|The contract `x` has `admin` in the annotation `app.groundplan.dev/metrics-port`, and its container has only `http` (8080): let the app say the same port in both places, and compile it again.",
                "value: \"8080\"|value: \"9090\"|The contract `x` has `9090` for the variable `PORT`, and its container has only `http` (8080): let the app say the same port in both places, and compile it again."
            })
    void app_that_contradicts_itself_is_refused(String written, String instead, String message) {
        var text = manifest().replace(written, instead);

        assertThat(text).isNotEqualTo(manifest());
        assertThatThrownBy(() -> Dekorate.parse("x", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void probe_of_an_app_without_ports_is_refused_and_a_command_is_not() {
        var manifest =
                "{kind: Deployment, metadata: {name: x}, spec: {template: {spec: {containers: [{name: x, livenessProbe: {%s}}]}}}}";

        assertThatThrownBy(() -> Dekorate.parse("x.yml", manifest.formatted("tcpSocket: {port: 80}")))
                .hasMessage(
                        "The contract `x.yml` has a livenessProbe that asks the port `80`, and its container has no port: let the app say the same port in both places, and compile it again.");
        assertThat(Dekorate.parse("x.yml", manifest.formatted("exec: {command: [live]}"))
                        .offers()
                        .probes())
                .hasSize(1);
    }

    @Test
    void probe_may_name_its_port() {
        assertThat(Dekorate.parse("x", manifest().replace("port: 8080", "port: http")))
                .isEqualTo(Dekorate.parse("x", manifest()));
    }

    private static String manifest() {
        try {
            return Files.readString(TEST_APP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AppProbe probe(Kind kind, String path, Rhythm rhythm) {
        return new AppProbe(kind, new Question.Http(path, "http"), rhythm);
    }

    private static AppVariable standard(String name, String value) {
        return new AppVariable(name, Optional.of(value), false);
    }

    private static AppVariable given(String name) {
        return new AppVariable(name, Optional.empty(), false);
    }

    private static AppVariable secret(String name) {
        return new AppVariable(name, Optional.empty(), true);
    }
}
