package faceit;

import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.facts.Installed.installed;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.workload.Exposure.at;
import static dev.groundplan.workload.RdsCertificates.rdsCertificates;
import static dev.groundplan.workload.Workload.workload;
import static dev.groundplan.workload.contract.Dekorate.fromDekorate;
import static faceit.Shop.CERTIFICATE;
import static faceit.Shop.CLUSTER;
import static faceit.Shop.IMAGE;
import static faceit.Shop.NETWORK;
import static faceit.Shop.PARAMETERS;
import static faceit.Shop.STAGING;
import static faceit.Shop.TEST;
import static faceit.Shop.ZONE;
import static faceit.Shop.assertRefused;
import static faceit.Shop.nextLine;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.Groundplan;
import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.database.Postgres;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.facts.AlertRoute;
import dev.groundplan.facts.Capability;
import dev.groundplan.files.FilePath;
import dev.groundplan.workload.RdsCertificates;
import dev.groundplan.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the platform when somebody changes the app, and nothing else: it follows, or it says what to do. */
class ContractTest {

    private static final Postgres DATABASE =
            postgres("orders", version("17.5"), NETWORK.privateSubnets()).reachableFrom(CLUSTER);
    private static final DatabaseLogin LOGIN = DATABASE.loginIn(PARAMETERS);
    private static final Part MONITORING =
            installed("monitoring").bringing(Capability.definitions("monitoring.coreos.com"));
    private static final Part ALERTS = additional("alerts", Elements.none().with(AlertRoute.ofAllOthers("on-call")));
    private static final RdsCertificates CERTIFICATES = rdsCertificates(TEST);

    @TempDir
    Path directory;

    private String manifest = "";
    private int line;

    @BeforeEach
    void read() throws IOException {
        try (var stream = ContractTest.class.getResourceAsStream("/contracts/test-app/kubernetes.yml")) {
            manifest = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }

    @Test
    void the_app_as_it_is_fits() {
        assertThat(refusal()).isEmpty();
    }

    @Test
    void another_port_is_followed_everywhere() {
        change("8080", "9090");

        assertThat(rendered("deployment"))
                .contains("- containerPort: 9090", "port: http")
                .doesNotContain("8080");
        assertThat(rendered("service")).contains("targetPort: http");
    }

    @Test
    void app_that_contradicts_itself_is_refused_by_the_name_of_its_file() {
        change("containerPort: 8080", "containerPort: 9090");

        assertThatThrownBy(this::app)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The contract `%s/kubernetes.yml` has `8080` for the variable `PORT`, and its container has only `http` (9090): let the app say the same port in both places, and compile it again.",
                        directory);
    }

    @Test
    void another_readiness_path_is_followed_by_probe_and_load_balancer() {
        change("/observe/health/ready", "/ready");

        assertThat(rendered("deployment")).contains("path: /ready").doesNotContain("/observe/health/ready");
        assertThat(rendered("ingress")).contains("healthcheck-path: /ready");
    }

    @Test
    void other_paths_of_startup_and_liveness_are_followed() {
        change("/observe/health/started", "/started");
        change("/observe/health/live", "/live");

        assertThat(rendered("deployment"))
                .contains("path: /started", "path: /live")
                .doesNotContain("/observe/health/started", "/observe/health/live");
    }

    @Test
    void path_of_a_probe_that_the_app_does_not_list_is_refused() {
        change("path: /observe/health/live", "path: /observe/health/lives");

        assertRefused(refusal(), """
                error[A03] The livenessProbe of the Deployment `test/test-app` asks `/observe/health/lives`, and the app does not answer there (kubernetes.yml, `app.groundplan.dev/endpoints`).
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: did you mean `/observe/health/live`?
                   see: docs/checks/A03.md

                1 error, so nothing was written.""", line);
    }

    @Test
    void longer_answer_is_followed_by_probe_and_load_balancer() {
        change("answer-seconds: \"5\"", "answer-seconds: \"9\"");
        change("timeoutSeconds: 5", "timeoutSeconds: 9");

        assertThat(rendered("deployment")).contains("timeoutSeconds: 9");
        assertThat(rendered("ingress"))
                .contains("healthcheck-timeout-seconds: \"9\"", "healthcheck-interval-seconds: \"10\"");
    }

    @Test
    void path_that_is_exposed_and_gone_is_refused() {
        change("endpoints: \"/,/health,", "endpoints: \"/,/status,");

        assertRefused(refusal(), """
                error[A03] The Ingress `test/test-app` serves `/health`, and the app does not answer there (kubernetes.yml, `app.groundplan.dev/endpoints`).
                    at: platform `shop` > workload `test-app` > exposed at `www.shop.example.com`   (ContractTest.java:@1)
                    in: staging
                  mend: serve what it answers, as in at(…).onPaths("/", "/status")
                   see: docs/checks/A03.md

                1 error, so nothing was written.""", line + 8);
    }

    @Test
    void variable_of_another_name_is_refused_at_both_ends() {
        change("name: POSTGRESQL_DBNAME", "name: POSTGRESQL_DATABASE");

        assertRefused(refusal(), """
                error[A02] The Deployment `test/test-app` has the variable `POSTGRESQL_DBNAME`, which the app does not know (kubernetes.yml, env).
                    at: platform `shop` > workload `test-app` > env `POSTGRESQL_DBNAME`   (ContractTest.java:@2)
                    in: staging
                  mend: did you mean `POSTGRESQL_DATABASE`?
                   see: docs/checks/A02.md

                error[A02] The app does not start without the variable `POSTGRESQL_DATABASE` (kubernetes.yml, env), and the Deployment `test/test-app` does not give it.
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: give it: .withEnv("POSTGRESQL_DATABASE", "…")
                   see: docs/checks/A02.md

                2 errors, so nothing was written.""", line, line + 4);
    }

    @Test
    void new_variable_that_must_be_given_is_refused() {
        change("            - name: POSTGRESQL_HOST\n", """
                            - name: POSTGRESQL_SCHEMA
                              valueFrom:
                                configMapKeyRef:
                                  key: schema
                                  name: database
                            - name: POSTGRESQL_HOST
                """);

        assertRefused(refusal(), """
                error[A02] The app does not start without the variable `POSTGRESQL_SCHEMA` (kubernetes.yml, env), and the Deployment `test/test-app` does not give it.
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: give it: .withEnv("POSTGRESQL_SCHEMA", "…")
                   see: docs/checks/A02.md

                1 error, so nothing was written.""", line);
    }

    @Test
    void metrics_that_are_gone_are_refused() {
        change("app.groundplan.dev/metrics-path:", "example.com/metrics-path:");

        assertRefused(refusal(), """
                error[A04] The ServiceMonitor `test/test-app` scrapes `test-app`, and the app serves no metrics (kubernetes.yml, `app.groundplan.dev/metrics-path` is not there).
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: leave the monitor out and probe the app from outside, or let it serve metrics and say so
                   see: docs/checks/A04.md

                1 error, so nothing was written.""", line);
    }

    @Test
    void metrics_that_moved_to_another_port_are_refused() {
        change("metrics-port: http", "metrics-port: admin");
        change(
                "          ports:\n",
                "          ports:\n            - containerPort: 9090\n              name: admin\n");

        assertRefused(refusal(), """
                error[A04] The ServiceMonitor `test/test-app` scrapes `/observe/metrics` at the port `http`, and the app serves its metrics at `/observe/metrics` of `admin` (kubernetes.yml, `app.groundplan.dev/metrics-path`).
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: scrape that, as in .monitored(metricsAt("/observe/metrics").onPort("admin"))
                   see: docs/checks/A04.md

                1 error, so nothing was written.""", line);
    }

    @Test
    void series_of_another_name_is_refused_for_rule_and_dashboard() {
        manifest = manifest.replaceAll("(?m)^ *app\\.groundplan\\.dev/metrics:.*\n", "")
                .replaceAll(
                        "(?m)^( *)(app\\.groundplan\\.dev/metrics-port: http)$",
                        "$1$2\n$1app.groundplan.dev/metrics: http_requests_total,http_request_seconds_bucket,http_requests_in_flight");

        assertRefused(refusal(), """
                error[K38] The PrometheusRule `test/test-app` reads the series `http_request_duration_seconds_bucket` of `test-app`, and the app does not serve it (kubernetes.yml, `app.groundplan.dev/metrics`).
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: did you mean `http_request_seconds_bucket`?
                   see: docs/checks/K38.md

                error[K38] The ConfigMap `test/test-app-dashboard` reads the series `http_request_duration_seconds_bucket` of `test-app`, and the app does not serve it (kubernetes.yml, `app.groundplan.dev/metrics`).
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: did you mean `http_request_seconds_bucket`?
                   see: docs/checks/K38.md

                2 errors, so nothing was written.""", line);
    }

    @Test
    void other_metrics_endpoint_is_refused() {
        change("/observe/metrics", "/metrics");

        assertRefused(refusal(), """
                error[A04] The ServiceMonitor `test/test-app` scrapes `/observe/metrics` at the port `http`, and the app serves its metrics at `/metrics` of `http` (kubernetes.yml, `app.groundplan.dev/metrics-path`).
                    at: platform `shop` > workload `test-app`   (ContractTest.java:@1)
                    in: staging
                  mend: scrape that, as in .monitored(metricsAt("/metrics").onPort("http"))
                   see: docs/checks/A04.md

                1 error, so nothing was written.""", line);
    }

    private void change(String from, String to) {
        assertThat(manifest).contains(from);
        manifest = manifest.replace(from, to);
    }

    private String refusal() {
        return Shop.message(parts()).replace(directory + "/", "");
    }

    private String rendered(String kind) {
        var file = FilePath.of("staging/kubernetes/apps/test-app/" + kind + "-test-app.yaml");
        var texts = Groundplan.groundplan(environment -> Shop.with(environment, parts()), STAGING)
                .render()
                .texts();
        return texts.getOrDefault(file, "no " + file + " in " + texts.keySet());
    }

    private Part[] parts() {
        return new Part[] {DATABASE, LOGIN, CERTIFICATES, MONITORING, ALERTS, app()};
    }

    /** As the reference platform describes it. */
    private Workload app() {
        line = nextLine();
        var app = workload(fromDekorate(file()), IMAGE, TEST);
        return app.withVolume("/etc/ssl/rds", CERTIFICATES.volume())
                .withEnv("POSTGRESQL_HOST", LOGIN.host())
                .withEnv("POSTGRESQL_PORT", LOGIN.port())
                .withEnv("POSTGRESQL_DBNAME", LOGIN.databaseName())
                .withEnv("POSTGRESQL_USER", LOGIN.username())
                .withEnvFile("POSTGRESQL_PASSWORD_FILE", LOGIN.password())
                .withEnv("POSTGRESQL_SSLMODE", LOGIN.sslMode())
                .exposedAt(at(ZONE.host("www"), CERTIFICATE).onPaths("/", "/health"))
                .monitored(metricsAt("/observe/metrics"));
    }

    private Path file() {
        try {
            return Files.writeString(directory.resolve("kubernetes.yml"), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
