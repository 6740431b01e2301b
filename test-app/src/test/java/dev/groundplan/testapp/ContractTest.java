package dev.groundplan.testapp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What Dekorate wrote while javac ran is what the service does. */
final class ContractTest {
    private static final String FACTS = "app.groundplan.dev/";

    private final Map<String, Object> deployment = mapOf(objects().get("Deployment"));
    private final Map<String, Object> container =
            mapOf(listOf(mapOf(deployment, "spec", "template", "spec").get("containers"))
                    .getFirst());

    @Test
    void facts_are_these() {
        var facts = new TreeMap<String, Object>();
        mapOf(deployment, "metadata", "annotations").forEach((name, value) -> {
            if (name.startsWith(FACTS)) {
                facts.put(name.substring(FACTS.length()), value);
            }
        });
        assertThat(lines(facts)).isEqualTo("""
                answer-seconds: 5
                database-endpoints: /health,/observe/health/ready
                drain-seconds: 30
                endpoints: /,/health,/observe/health/live,/observe/health/ready,/observe/health/started,/observe/metrics
                handles-sigterm: true
                metrics: http_requests_total,http_request_duration_seconds_bucket,http_request_duration_seconds_count,http_request_duration_seconds_sum,http_request_duration_seconds_max,http_requests_in_flight,db_up,db_pool_connections_max,db_pool_connections_active,db_pool_connections_idle,db_pool_waiting,requests_count_total
                metrics-path: /observe/metrics
                metrics-port: http
                optional-env: POSTGRESQL_PASSWORD_FILE
                password-characters: printable
                read-only-root: true
                reloads: POSTGRESQL_PASSWORD_FILE
                run-as-user: 65532
                start-seconds: 10""");
    }

    @Test
    void environment_is_this() {
        var environment = new LinkedHashMap<String, Object>();
        listOf(container.get("env")).stream()
                .map(ContractTest::mapOf)
                .forEach(variable -> environment.put(
                        String.valueOf(variable.get("name")),
                        variable.containsKey("value") ? variable.get("value") : variable.get("valueFrom")));
        environment.remove("KUBERNETES_NAMESPACE");
        assertThat(lines(environment)).isEqualTo("""
                PORT: 8080
                POSTGRESQL_HOST: {configMapKeyRef={key=host, name=database}}
                POSTGRESQL_PORT: 5432
                POSTGRESQL_USER: {configMapKeyRef={key=username, name=database}}
                POSTGRESQL_PASSWORD: {secretKeyRef={key=password, name=database}}
                POSTGRESQL_DBNAME: {configMapKeyRef={key=name, name=database}}
                POSTGRESQL_SSLMODE: verify-full
                POSTGRESQL_SSLROOTCERT: /etc/ssl/rds/global-bundle.pem""");
    }

    @Test
    void defaults_of_the_contract_are_those_that_are_read(@TempDir Path directory) throws IOException {
        var least = new TreeMap<>(Map.of(
                "POSTGRESQL_HOST", "h", "POSTGRESQL_USER", "u", "POSTGRESQL_PASSWORD", "p", "POSTGRESQL_DBNAME", "d"));
        least.put("POSTGRESQL_SSLMODE", "require");
        var unverified = Environment.read(least);
        least.remove("POSTGRESQL_SSLMODE");
        least.put(
                "POSTGRESQL_SSLROOTCERT",
                Files.writeString(directory.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n")
                        .toString());
        var defaults = new TreeMap<String, Object>();
        for (var variable : listOf(container.get("env"))) {
            if (mapOf(variable).get("value") instanceof String value) {
                defaults.put(String.valueOf(mapOf(variable).get("name")), value);
            }
        }
        assertThat(defaults)
                .isEqualTo(new TreeMap<>(Map.of(
                        "PORT", Integer.toString(unverified.port()),
                        "POSTGRESQL_PORT", Integer.toString(unverified.databasePort()),
                        "POSTGRESQL_SSLMODE", Environment.read(least).sslMode(),
                        "POSTGRESQL_SSLROOTCERT", unverified.rootCertificates().toString())));
        assertThat(mapOf(listOf(container.get("volumeMounts")).getFirst()).get("mountPath"))
                .isEqualTo(String.valueOf(unverified.rootCertificates().getParent()));
    }

    @Test
    void metrics_of_the_contract_are_the_series_that_are_served() {
        try (var running = Running.start(Running.withoutDatabase())) {
            assertThat(running.client().status("/")).isEqualTo(200);
            var served = new TreeSet<String>();
            running.client()
                    .get("/observe/metrics")
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> served.add(line.split("[{ ]", 2)[0]));
            assertThat(served)
                    .isEqualTo(new TreeSet<>(
                            List.of(String.valueOf(fact("metrics")).split(",", -1))));
        }
    }

    @Test
    void image_runs_as_the_user_and_on_the_port_of_the_contract() throws IOException {
        var image = Image.described();
        assertThat(image.values("USER")).containsExactly(fact("run-as-user") + ":" + fact("run-as-user"));
        assertThat(image.values("EXPOSE"))
                .containsExactly(String.valueOf(
                        mapOf(listOf(container.get("ports")).getFirst()).get("containerPort")));
        assertThat(image.environment()).containsExactly(Map.entry("LANG", "C.UTF-8"));
    }

    @Test
    void environment_of_the_contract_is_the_environment_that_is_read() {
        var read = new TreeSet<String>();
        var recording = new TreeMap<String, String>() {
            @Override
            public @Nullable String get(Object name) {
                read.add(name.toString());
                return super.get(name);
            }

            @Override
            public String getOrDefault(Object name, String byDefault) {
                read.add(name.toString());
                return byDefault;
            }
        };
        Assertions.assertThatThrownBy(() -> Environment.read(recording)).isInstanceOf(Environment.Wrong.class);
        var promised =
                new TreeSet<String>(List.of(String.valueOf(fact("optional-env")).split(",", -1)));
        listOf(container.get("env"))
                .forEach(variable -> promised.add(String.valueOf(mapOf(variable).get("name"))));
        promised.remove("KUBERNETES_NAMESPACE");
        assertThat(read).isEqualTo(promised);
    }

    @Test
    void every_endpoint_of_the_contract_and_every_probe_answers_200_in_time() {
        try (var running = Running.start(Postgres.shared().settings())) {
            var paths = new TreeSet<>(List.of(String.valueOf(fact("endpoints")).split(",", -1)));
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(paths)
                        .contains(String.valueOf(
                                mapOf(container, probe, "httpGet").get("path")));
            }
            assertThat(paths).contains(String.valueOf(fact("metrics-path")));
            for (var path : paths) {
                assertThat(running.client().status(path)).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void times_of_the_contract_hold_for_the_tuning() {
        var tuning = Main.tuning();
        var drain = tuning.get("drain.notice")
                .as(Duration.class)
                .get()
                .plus(tuning.get("drain.grace").as(Duration.class).get())
                .plus(tuning.get("server.shutdown-grace-period")
                        .as(Duration.class)
                        .get()
                        .multipliedBy(2))
                .plus(tuning.get("drain.close").as(Duration.class).get());
        assertThat(seconds("drain-seconds")).isGreaterThan(drain);
        var answer = Duration.ofMillis(
                        tuning.get("database.wait-millis").asLong().get())
                .plusSeconds(tuning.get("database.answer-seconds").asLong().get());
        assertThat(seconds("answer-seconds")).isGreaterThan(answer);
        assertThat(seconds(mapOf(container, "readinessProbe"), "timeoutSeconds"))
                .isGreaterThan(answer);
        var startup = mapOf(container, "startupProbe");
        assertThat(seconds(startup, "periodSeconds")
                        .multipliedBy(seconds(startup, "failureThreshold").toSeconds()))
                .isGreaterThan(seconds("start-seconds"));
    }

    @Test
    void readme_tells_of_every_fact_variable_and_metric() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        mapOf(deployment, "metadata", "annotations").keySet().stream()
                .filter(name -> name.startsWith(FACTS))
                .forEach(name -> assertThat(readme).contains("`" + name.substring(FACTS.length()) + "`"));
        listOf(container.get("env")).stream()
                .map(variable -> String.valueOf(mapOf(variable).get("name")))
                .filter(name -> !name.equals("KUBERNETES_NAMESPACE"))
                .forEach(name -> assertThat(readme).contains("`" + name + "`"));
        try (var running = Running.start(Running.withoutDatabase())) {
            assertThat(running.client().status("/")).isEqualTo(200);
            running.client()
                    .get("/observe/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .map(line -> line.split(" ", -1)[2])
                    .forEach(name -> assertThat(readme).contains("`" + name));
        }
    }

    private Object fact(String name) {
        return mapOf(deployment, "metadata", "annotations").getOrDefault(FACTS + name, "");
    }

    private Duration seconds(String fact) {
        return Duration.ofSeconds(Long.parseLong(String.valueOf(fact(fact))));
    }

    private static Duration seconds(Map<String, Object> probe, String name) {
        return Duration.ofSeconds(Long.parseLong(String.valueOf(probe.get(name))));
    }

    private static String lines(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + sorted(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Dekorate's own order changes from build to build. */
    private static Object sorted(Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        var sorted = new TreeMap<String, Object>();
        mapOf(value).forEach((key, inner) -> sorted.put(key, sorted(inner)));
        return sorted;
    }

    private static Map<String, Map<String, Object>> objects() {
        var objects = new TreeMap<String, Map<String, Object>>();
        try (var input = ContractTest.class.getResourceAsStream("/META-INF/dekorate/kubernetes.yml")) {
            assertThat(input).isNotNull();
            var text = new String(requireNonNull(input).readAllBytes(), StandardCharsets.UTF_8);
            new Yaml()
                    .loadAll(text)
                    .forEach(object -> objects.put(String.valueOf(mapOf(object).get("kind")), mapOf(object)));
            return objects;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Object> mapOf(@Nullable Object object, String... path) {
        var here = new TreeMap<String, Object>();
        ((Map<?, ?>) requireNonNull(object)).forEach((key, value) -> here.put(String.valueOf(key), value));
        return path.length == 0
                ? here
                : mapOf(
                        requireNonNull(here.get(path[0]), path[0]),
                        List.of(path).subList(1, path.length).toArray(String[]::new));
    }

    private static List<Object> listOf(@Nullable Object object) {
        return List.copyOf((List<?>) requireNonNull(object));
    }
}
