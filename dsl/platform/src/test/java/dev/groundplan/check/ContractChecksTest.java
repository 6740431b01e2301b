package dev.groundplan.check;

import static dev.groundplan.workload.contract.Dekorate.fromDekorate;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.Rendered;
import dev.groundplan.TestParts;
import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.terraform.EphemeralResource;
import dev.groundplan.terraform.Resource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Each difference between an app's contract and a Deployment of a user's own, and the Deployment that only just passes. */
class ContractChecksTest {

    static final String CONTRACT = "contracts/test-app/kubernetes.yml";

    static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: test-app, namespace: test}
            spec:
              progressDeadlineSeconds: 600
              template:
                metadata: {labels: {app: test-app}}
                spec:
                  terminationGracePeriodSeconds: 46
                  securityContext: {runAsUser: 65532}
                  containers:
                  - name: test-app
                    image: ghcr.io/acme/test-app:1.0.0
                    ports:
                    - {name: http, containerPort: 8080}
                    env:
                    - {name: POSTGRESQL_HOST, value: db}
                    - {name: POSTGRESQL_DBNAME, value: orders}
                    - {name: POSTGRESQL_USER, valueFrom: {secretKeyRef: {name: db, key: user}}}
                    - {name: POSTGRESQL_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                    lifecycle: {preStop: {sleep: {seconds: 15}}}
                    startupProbe: {httpGet: {path: /observe/health/started, port: http}, periodSeconds: 1, failureThreshold: 11, timeoutSeconds: 2}
                    readinessProbe: {httpGet: {path: /health, port: http}, timeoutSeconds: 5}
                    securityContext: {readOnlyRootFilesystem: true}
                    volumeMounts:
                    - {name: ca, mountPath: /etc/ssl/rds}
            """;

    static final String WITH_FILE = DEPLOYMENT
                    .replace(
                            "{name: POSTGRESQL_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}",
                            "{name: POSTGRESQL_PASSWORD_FILE, value: /etc/secrets/password}")
                    .replace(
                            "- {name: ca, mountPath: /etc/ssl/rds}",
                            "- {name: ca, mountPath: /etc/ssl/rds}\n        - {name: secrets, mountPath: /etc/secrets}")
            + "      volumes: [{name: secrets, secret: {secretName: db}}]\n";

    static final Service SERVICE = object(Service.class, """
            kind: Service
            metadata: {name: test-app, namespace: test, labels: {app: test-app}}
            spec: {selector: {app: test-app}, ports: [{name: http, port: 80, targetPort: http}]}
            """);

    @TempDir
    private Path folder;

    @Test
    void deployment_that_only_just_keeps_its_contract_is_no_problem() {
        for (var check : List.of("A01", "A02", "A03", "A04", "A05", "A06", "A08", "A09", "A10", "A13", "A14", "K38")) {
            assertThat(Found.by(check, app(DEPLOYMENT))).as(check).isEmpty();
        }
    }

    @Test
    void contract_of_nothing_is_told() {
        var part = app(DEPLOYMENT.replace("name: test-app, namespace: test", "name: other, namespace: test"));

        assertFound(
                "A14",
                part,
                "The contract of `test-app` (" + CONTRACT
                        + ") is said to be of `test/test-app`, and nothing of that name runs pods.",
                "name the Deployment, StatefulSet, DaemonSet, CronJob or Job that runs the app: new ContractOf(contract, namespace, name)");
    }

    @Test
    void port_that_the_app_does_not_listen_on_is_told() {
        assertFound(
                "A01",
                app(DEPLOYMENT.replace("containerPort: 8080", "containerPort: 8081")),
                "The Deployment `test/test-app` has the port `http` at 8081, and the app listens on 8080 (" + CONTRACT
                        + ", ports).",
                "leave the port out, so that the app's own is taken, or tell the app as well, if it takes a PORT");
        assertFound(
                "A01",
                app(DEPLOYMENT.replace(
                        "- {name: http, containerPort: 8080}",
                        "- {name: http, containerPort: 8080}\n        - {name: admin, containerPort: 9090}")),
                "The Deployment `test/test-app` has the port `admin` (9090), and the app does not listen there ("
                        + CONTRACT + ", ports).",
                "leave it out, or let the app say that it has it");
        assertFound(
                "A01",
                app(DEPLOYMENT
                        .replace("- {name: http, containerPort: 8080}", "[]")
                        .replace("ports:\n        []", "ports: []")),
                "The app listens on the port `http` (8080; " + CONTRACT
                        + ", ports), and the Deployment `test/test-app` does not have it.",
                "add it: .withPort(\"http\", port(8080))");
    }

    @Test
    void port_that_the_app_is_told_as_well_is_no_problem() {
        var told = DEPLOYMENT.replace("env:", "env:\n        - {name: PORT, value: '8081'}");

        assertThat(Found.by("A01", app(told.replace("containerPort: 8080", "containerPort: 8081"))))
                .isEmpty();
        assertFound(
                "A01",
                app(told),
                "The Deployment `test/test-app` has the port `http` at 8080, and the app listens on 8081 (" + CONTRACT
                        + ", ports).",
                "leave the port out, so that the app's own is taken, or tell the app as well, if it takes a PORT");
    }

    @Test
    void variable_that_the_app_does_not_know_is_told_at_its_line() {
        assertFound(
                "A02",
                app(DEPLOYMENT.replace("env:", "env:\n        - {name: POSTGRES_PORT, value: '5432'}")),
                "The Deployment `test/test-app` has the variable `POSTGRES_PORT`, which the app does not know ("
                        + CONTRACT + ", env).",
                "did you mean `POSTGRESQL_PORT`?",
                " > env `POSTGRES_PORT`");
    }

    @Test
    void variable_that_the_app_needs_and_is_not_given_is_told() {
        assertFound(
                "A02",
                app(without("- {name: POSTGRESQL_HOST, value: db}")),
                "The app does not start without the variable `POSTGRESQL_HOST` (" + CONTRACT
                        + ", env), and the Deployment `test/test-app` does not give it.",
                "give it: .withEnv(\"POSTGRESQL_HOST\", \"…\")");
        assertFound(
                "A02",
                app(without("- {name: POSTGRESQL_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}")),
                "The app does not start without the variable `POSTGRESQL_PASSWORD` (" + CONTRACT
                        + ", env), and the Deployment `test/test-app` does not give it.",
                "hand over where it is kept: .withEnv(\"POSTGRESQL_PASSWORD\", store.secret(\"name\"))");
    }

    @Test
    void file_of_a_variable_stands_for_it_where_the_app_knows_it() {
        assertThat(Found.by("A02", app(WITH_FILE))).isEmpty();
    }

    @Test
    void file_that_nothing_mounts_is_told() {
        assertFound(
                "A02",
                app(WITH_FILE.replace("mountPath: /etc/secrets", "mountPath: /etc/secret")),
                "The variable `POSTGRESQL_PASSWORD_FILE` of the Deployment `test/test-app` names the file `/etc/secrets/password`, and nothing is mounted there.",
                "say both at once: .withEnvFile(\"POSTGRESQL_PASSWORD_FILE\", store.secret(\"name\"))");
    }

    @Test
    void secret_that_the_app_reads_once_is_told() {
        var what = "The app reads `POSTGRESQL_PASSWORD` once while it starts (" + CONTRACT
                + ", `app.groundplan.dev/reloads`), and nothing starts the Deployment `test/test-app` anew when the Secret `db` changes.";

        assertFound(
                "A07",
                app(DEPLOYMENT),
                what,
                "hand it over as a file, which the app reads anew: .withEnvFile(\"POSTGRESQL_PASSWORD_FILE\", …)");
        assertFound(
                "A07",
                app(annotated("secret.reloader.stakater.com/reload: other")),
                what,
                "hand it over as a file, which the app reads anew: .withEnvFile(\"POSTGRESQL_PASSWORD_FILE\", …)");
    }

    @Test
    void secret_that_the_app_reads_anew_or_that_restarts_it_is_no_problem() {
        assertThat(Found.by("A07", app(WITH_FILE))).isEmpty();
        assertThat(Found.by("A07", app(annotated("secret.reloader.stakater.com/auto: 'true'"))))
                .isEmpty();
        assertThat(Found.by("A07", app(annotated("secret.reloader.stakater.com/reload: 'other, db'"))))
                .isEmpty();
        assertThat(Found.by("A07", app(annotated("secret.reloader.stakater.com/reload: 'd.*'"))))
                .isEmpty();
        assertThat(Found.by("A07", app(annotated("reloader.stakater.com/auto: 'true'"))))
                .isEmpty();
    }

    @Test
    void app_that_reads_nothing_anew_says_so_and_one_that_says_nothing_is_not_judged() {
        var reloads = "app.groundplan.dev/reloads: POSTGRESQL_PASSWORD_FILE";
        var nothing = contract(reloads, "app.groundplan.dev/reloads: ''");

        assertFound(
                "A07",
                appOf(nothing, WITH_FILE),
                "The app reads `POSTGRESQL_PASSWORD_FILE` once while it starts (" + nothing
                        + ", `app.groundplan.dev/reloads`), and nothing starts the Deployment `test/test-app` anew when the Secret `db` changes.",
                "let the pods follow it: .restartedOnChange(), and reloader(cluster) in the platform");
        assertThat(Found.by("A07", appOf(contract(reloads, "example.com/said: nothing"), DEPLOYMENT)))
                .isEmpty();
    }

    @Test
    void job_starts_anew_by_itself() {
        var job =
                DEPLOYMENT.replace("kind: Deployment", "kind: Job").replace("progressDeadlineSeconds", "backoffLimit");

        assertThat(Found.by("A07", app(job))).isEmpty();
        assertThat(Found.by("A02", app(job.replace("POSTGRESQL_HOST", "HOST")))).contains("The Job `test/test-app`");
    }

    @Test
    void whole_config_map_may_bring_what_is_needed() {
        var text = without("- {name: POSTGRESQL_HOST, value: db}")
                .replace("env:", "envFrom: [{configMapRef: {name: db}}]\n        env:");

        assertThat(Found.by("A02", app(text))).isEmpty();
    }

    @Test
    void secret_in_plain_text_is_told() {
        assertFound(
                "A02",
                app(DEPLOYMENT.replace(
                        "{name: POSTGRESQL_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}",
                        "{name: POSTGRESQL_PASSWORD, value: hunter2}")),
                "The Deployment `test/test-app` has the variable `POSTGRESQL_PASSWORD` in plain text, and the app needs it as a secret ("
                        + CONTRACT + ", env).",
                "keep it in a parameter store, and hand over where: .withEnv(\"POSTGRESQL_PASSWORD\", store.secret(\"name\"))");
    }

    @Test
    void text_for_a_number_is_told() {
        assertFound(
                "A02",
                app(DEPLOYMENT.replace("env:", "env:\n        - {name: POSTGRESQL_PORT, value: five}")),
                "The Deployment `test/test-app` has `five` for the variable `POSTGRESQL_PORT`, and the app takes a number there, as 5432 ("
                        + CONTRACT + ", env).",
                "write a number, as in .withEnv(\"POSTGRESQL_PORT\", \"5432\"), or leave it out");
    }

    @Test
    void number_that_is_no_port_is_told() {
        var given = DEPLOYMENT.replace("env:", "env:\n        - {name: POSTGRESQL_PORT, value: '%s'}");
        var what =
                "The Deployment `test/test-app` has `%s` for the variable `POSTGRESQL_PORT`, and a port is a number from 1 to 65535 ("
                        + CONTRACT + ", env).";
        var mend = "write one of these, as in .withEnv(\"POSTGRESQL_PORT\", \"5432\"), or leave it out";

        for (var number : List.of("0", "65536", "543200000000")) {
            assertFound("A02", app(given.formatted(number)), what.formatted(number), mend);
        }
        for (var number : List.of("1", "65535")) {
            assertThat(Found.by("A02", app(given.formatted(number)))).isEmpty();
        }
    }

    @Test
    void number_that_is_no_port_is_told_also_where_a_parameter_has_it() {
        var given = DEPLOYMENT.replace(
                "env:", "env:\n        - {name: PORT, valueFrom: {secretKeyRef: {name: db, key: port}}}");
        var parameter = Resource.of("aws_ssm_parameter", "port")
                .with("name", "/shop/port")
                .with("insecure_value", "99999");

        assertThat(Found.by(
                        "A02",
                        app(given, external("port", "/shop/port")),
                        TestParts.terraform("parameters", parameter)))
                .contains("has `99999` for the variable `PORT`, and a port is a number from 1 to 65535");
    }

    @Test
    void port_that_is_none_is_told_once() {
        var given = DEPLOYMENT.replace("env:", "env:\n        - {name: PORT, value: '99999'}");

        assertThat(Found.by("A02", app(given))).contains("has `99999` for the variable `PORT`");
        assertThat(Found.by("A01", app(given))).isEmpty();
    }

    @Test
    void variable_that_is_given_beside_its_file_is_told() {
        assertFound(
                "A02",
                app(
                        WITH_FILE.replace(
                                "env:",
                                "env:\n        - {name: POSTGRESQL_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}")),
                "The Deployment `test/test-app` has both `POSTGRESQL_PASSWORD` and `POSTGRESQL_PASSWORD_FILE`, and the app takes one of them ("
                        + CONTRACT + ", `app.groundplan.dev/optional-env`).",
                "leave one out, as a rule `POSTGRESQL_PASSWORD`: the app can read a file anew");
    }

    @Test
    void mount_that_is_missing_is_told() {
        var text = DEPLOYMENT.replace("/etc/ssl/rds", "/etc/ssl/other");

        assertFound(
                "A02",
                app(text),
                "The app needs something mounted at `/etc/ssl/rds` (" + CONTRACT
                        + ", volumeMounts), and the Deployment `test/test-app` mounts nothing there.",
                "mount it: .withVolume(\"/etc/ssl/rds\", configMap(\"name\")), or .withConfigFile(\"/etc/ssl/rds/name\", text)");
        assertFound(
                "A10",
                app(text),
                "The app verifies its database (`verify-full`) with `/etc/ssl/rds/global-bundle.pem` (" + CONTRACT
                        + ", env), and the Deployment `test/test-app` mounts nothing there.",
                "mount the certificates of RDS: .withVolume(\"/etc/ssl/rds\", …), see docs/guides/apps.md");
    }

    @Test
    void path_that_no_endpoint_answers_is_told() {
        assertFound(
                "A03",
                app(DEPLOYMENT.replace("path: /health,", "path: /healthz,")),
                "The readinessProbe of the Deployment `test/test-app` asks `/healthz`, and the app does not answer there ("
                        + CONTRACT + ", `app.groundplan.dev/endpoints`).",
                "did you mean `/health`?");
        assertThat(Found.by("A03", app(DEPLOYMENT.replace("path: /health,", "path: '/health?x=1',"))))
                .isEmpty();
    }

    @Test
    void path_of_a_load_balancer_that_no_endpoint_answers_is_told() {
        var ingress = """
                kind: Ingress
                metadata: {name: test-app, namespace: test, annotations: {alb.ingress.kubernetes.io/healthcheck-path: /healthy}}
                spec: {rules: [{host: a.example.org, http: {paths: [{path: /, backend: {service: {name: test-app}}}]}}]}
                """;

        assertFound(
                "A03",
                app(DEPLOYMENT, SERVICE, object(Ingress.class, ingress)),
                "The load balancer of the Ingress `test/test-app` asks `/healthy`, and the app does not answer there ("
                        + CONTRACT + ", `app.groundplan.dev/endpoints`).",
                "did you mean `/health`?");
        assertThat(Found.by(
                        "A03", app(DEPLOYMENT, SERVICE, object(Ingress.class, ingress.replace("/healthy", "/health")))))
                .isEmpty();
        assertThat(Found.by(
                        "A03",
                        app(
                                DEPLOYMENT,
                                SERVICE,
                                object(
                                        Ingress.class,
                                        ingress.replace("service: {name: test-app}", "service: {name: other}")))))
                .isEmpty();
    }

    @Test
    void monitor_that_scrapes_elsewhere_is_told() {
        var monitor = """
                kind: ServiceMonitor
                metadata: {name: test-app, namespace: test}
                spec: {selector: {matchLabels: {app: test-app}}, endpoints: [{port: http, path: /observe/metrics}]}
                """;

        assertThat(Found.by("A04", app(DEPLOYMENT, SERVICE, object(ServiceMonitor.class, monitor))))
                .isEmpty();
        assertFound(
                "A04",
                app(DEPLOYMENT, SERVICE, object(ServiceMonitor.class, monitor.replace(", path: /observe/metrics", ""))),
                "The ServiceMonitor `test/test-app` scrapes `/metrics` at the port `http`, and the app serves its metrics at `/observe/metrics` of `http` ("
                        + CONTRACT + ", `app.groundplan.dev/metrics-path`).",
                "scrape that, as in .monitored(metricsAt(\"/observe/metrics\").onPort(\"http\"))");
        assertThat(Found.by(
                        "A04",
                        app(
                                DEPLOYMENT,
                                SERVICE,
                                object(
                                        ServiceMonitor.class,
                                        monitor.replace("spec: {", "spec: {namespaceSelector: {}, ")
                                                .replace("port: http", "port: admin")))))
                .contains("scrapes `/observe/metrics` at the port `admin`");
    }

    @Test
    void monitor_of_an_app_without_metrics_is_told() {
        var monitor = object(ServiceMonitor.class, """
                kind: ServiceMonitor
                metadata: {name: test-app, namespace: monitoring}
                spec: {namespaceSelector: {matchNames: [test]}, selector: {matchLabels: {app: test-app}}, endpoints: [{port: http}]}
                """);
        var part = appOf(
                contract("    app.groundplan.dev/metrics-path: /observe/metrics\n", ""), DEPLOYMENT, SERVICE, monitor);

        assertThat(Found.by("A04", part))
                .contains(
                        "The ServiceMonitor `monitoring/test-app` scrapes `test-app`, and the app serves no metrics (")
                .contains("leave the monitor out and probe the app from outside, or let it serve metrics and say so");
    }

    @Test
    void time_to_end_that_is_too_short_is_told() {
        assertFound(
                "A08",
                app(DEPLOYMENT.replace("terminationGracePeriodSeconds: 46", "terminationGracePeriodSeconds: 45")),
                "The Deployment `test/test-app` is killed 45 s after it was told to end: it waits 15 s before, and the app may take 30 s to drain ("
                        + CONTRACT + ", `app.groundplan.dev/drain-seconds`).",
                "give it more than both together: .withGracePeriod(seconds(50)), or leave the call out");
    }

    @Test
    void app_that_does_not_handle_sigterm_needs_a_wait() {
        var deaf = contract("handles-sigterm: \"true\"", "handles-sigterm: \"false\"");

        assertThat(Found.by("A08", appOf(deaf, DEPLOYMENT))).isEmpty();
        assertThat(Found.by("A08", appOf(deaf, without("lifecycle: {preStop: {sleep: {seconds: 15}}}"))))
                .contains("The app ends at once when it is told to (")
                .contains(
                        "`app.groundplan.dev/handles-sigterm`), and the Deployment `test/test-app` does not wait before: requests on their way are lost.")
                .contains("wait until the balancers look away: .withPreStopSleep(seconds(15))");
    }

    @Test
    void user_of_another_image_is_told() {
        assertFound(
                "A09",
                app(DEPLOYMENT.replace("runAsUser: 65532", "runAsUser: 1000")),
                "The Deployment `test/test-app` runs as the user 1000, and the image is made for the user 65532 ("
                        + CONTRACT + ", `app.groundplan.dev/run-as-user`).",
                "leave .withUser(…) out, so that the app's own is taken");
        assertThat(Found.by("A09", appOf(contract("run-as-user: \"65532\"", "run-as-user: \"0\""), DEPLOYMENT)))
                .contains("The Deployment `test/test-app` runs as the user 65532, and the image is made for root (")
                .contains("let the image run as a user of its own: a restricted namespace takes no root");
    }

    @Test
    void app_that_writes_into_its_image_is_told() {
        var writing = contract("read-only-root: \"true\"", "read-only-root: \"false\"");

        assertThat(Found.by("A09", appOf(writing, DEPLOYMENT)))
                .contains("The app writes into its image (")
                .contains("and the Deployment `test/test-app` may not (readOnlyRootFilesystem).")
                .contains(".withWritableRoot()");
        assertThat(Found.by("A09", appOf(writing, without("securityContext: {readOnlyRootFilesystem: true}"))))
                .isEmpty();
    }

    @Test
    void password_with_marks_that_the_app_cannot_take_is_told() {
        var part = appOf(
                contract("password-characters: printable", "password-characters: -_"),
                DEPLOYMENT,
                external("password", "/shop/password"));

        assertThat(Found.by("A13", part, password("-_.~")))
                .contains(
                        "The password that the Deployment `test/test-app` is given as `POSTGRESQL_PASSWORD` may have the marks `.~`, and the app does not take them (")
                .contains("let the app take them, or generate the password with others: override_special");
        assertThat(Found.by("A13", part, password("_-"))).isEmpty();
    }

    @Test
    void password_with_such_marks_in_a_file_is_told_too() {
        var part = appOf(
                contract("password-characters: printable", "password-characters: -_"),
                WITH_FILE,
                external("password", "/shop/password"));

        assertThat(Found.by("A13", part, password("-_.~")))
                .contains("is given as `POSTGRESQL_PASSWORD_FILE` may have the marks `.~`");
        assertThat(Found.by("A13", part, password("_-"))).isEmpty();
    }

    private static Custom password(String marks) {
        var generator = EphemeralResource.of("random_password", "password").with("override_special", marks);
        var parameter = Resource.of("aws_ssm_parameter", "password")
                .with("name", "/shop/password")
                .with("value_wo", generator.<String>attribute("result"));
        return TestParts.terraform("password", generator, parameter);
    }

    static ExternalSecret external(String key, String parameter) {
        return object(ExternalSecret.class, """
                kind: ExternalSecret
                metadata: {name: reader, namespace: test}
                spec: {target: {name: db}, data: [{secretKey: %s, remoteRef: {key: %s}}]}
                """.formatted(key, parameter));
    }

    private static String annotated(String annotation) {
        return DEPLOYMENT.replace("namespace: test}", "namespace: test, annotations: {%s}}".formatted(annotation));
    }

    private static String without(String line) {
        return DEPLOYMENT.replace("        " + line + "\n", "");
    }

    private Path contract(String words, String instead) {
        return contract(folder, words, instead);
    }

    /** The contract with other words, in a file of this directory. */
    static Path contract(Path directory, String words, String instead) {
        try {
            var text = Files.readString(Path.of("src", "test", "resources").resolve(CONTRACT));
            assertThat(text).contains(words);
            return Files.writeString(directory.resolve("kubernetes.yml"), text.replace(words, instead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Custom app(String deployment, HasMetadata... others) {
        return part(new ContractOf(fromDekorate("test-app"), "test", "test-app"), deployment, others);
    }

    static Custom appOf(Path contract, String deployment, HasMetadata... others) {
        return part(new ContractOf(fromDekorate(contract), "test", "test-app"), deployment, others);
    }

    static Custom part(ContractOf contract, String deployment, HasMetadata... others) {
        var objects = new ArrayList<HasMetadata>(List.of(running(deployment)));
        Stream.of(others).forEach(objects::add);
        var detail = new SourceDetail("env `POSTGRES_PORT`", SourceLine.outside());
        return TestParts.part(
                "objects",
                "app",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), objects)
                        .with(contract)
                        .withDetail("POSTGRES_PORT", detail));
    }

    private static HasMetadata running(String yaml) {
        return yaml.contains("kind: Job") ? object(Job.class, yaml) : object(Deployment.class, yaml);
    }

    static <T extends HasMetadata> T object(Class<T> kind, String yaml) {
        return new ObjectMapper().convertValue(new Yaml().load(yaml), kind);
    }

    static void assertFound(String check, Custom part, String what, String mend) {
        assertFound(check, part, what, mend, "");
    }

    private static void assertFound(String check, Custom part, String what, String mend, String option) {
        var line = option.isEmpty()
                ? part.line()
                : part.elements()
                        .apply(Rendered.STAGING)
                        .details()
                        .firstEntry()
                        .getValue()
                        .line();
        assertThat(Found.by(check, part)).isEqualTo("""
                error[%s] %s
                    at: platform `shop` > objects `app`%s   (%s)
                    in: staging
                  mend: %s
                   see: docs/checks/%s.md
                """.formatted(check, what, option, line, mend, check));
    }
}
