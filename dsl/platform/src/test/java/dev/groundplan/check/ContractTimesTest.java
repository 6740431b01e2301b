package dev.groundplan.check;

import static dev.groundplan.check.ContractChecksTest.CONTRACT;
import static dev.groundplan.check.ContractChecksTest.DEPLOYMENT;
import static dev.groundplan.check.ContractChecksTest.SERVICE;
import static dev.groundplan.check.ContractChecksTest.app;
import static dev.groundplan.check.ContractChecksTest.appOf;
import static dev.groundplan.check.ContractChecksTest.assertFound;
import static dev.groundplan.check.ContractChecksTest.contract;
import static dev.groundplan.check.ContractChecksTest.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.TestParts;
import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.workload.contract.Dekorate;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long an app takes, beside how long those wait who ask it. */
class ContractTimesTest {

    private static final String BALANCER = """
            kind: Ingress
            metadata:
              name: test-app
              namespace: test
              annotations:
                alb.ingress.kubernetes.io/healthcheck-path: /health
                alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "5"
                alb.ingress.kubernetes.io/target-group-attributes: deregistration_delay.timeout_seconds=30
            spec: {ingressClassName: alb, rules: [{http: {paths: [{path: /, backend: {service: {name: test-app}}}]}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void start_that_takes_longer_than_the_probe_is_told() {
        assertFound(
                "A05",
                app(DEPLOYMENT.replace("failureThreshold: 11", "failureThreshold: 10")),
                "The startupProbe of the Deployment `test/test-app` kills the app after 10 s, and it may take 10 s to start ("
                        + CONTRACT + ", `app.groundplan.dev/start-seconds`).",
                "give it more: .withStartupProbe(… .withPeriod(seconds(2)).withFailures(7))");
        assertFound(
                "A05",
                app(DEPLOYMENT
                        .replace("startupProbe", "livenessProbe")
                        .replace("failureThreshold: 11", "failureThreshold: 3")),
                "The livenessProbe of the Deployment `test/test-app` kills the app after 3 s, and it may take 10 s to start ("
                        + CONTRACT + ", `app.groundplan.dev/start-seconds`).",
                "give it more: .withStartupProbe(… .withPeriod(seconds(2)).withFailures(7))");
    }

    @Test
    void rollout_that_is_given_up_before_the_probe_is_told() {
        assertFound(
                "A05",
                app(DEPLOYMENT.replace("progressDeadlineSeconds: 600", "progressDeadlineSeconds: 11")),
                "The startupProbe of the Deployment `test/test-app` waits for 11 s, and a rollout is given up after 11 s (progressDeadlineSeconds).",
                "let the probe wait for less than the rollout");
        assertThat(Found.by(
                        "A05", app(DEPLOYMENT.replace("progressDeadlineSeconds: 600", "progressDeadlineSeconds: 12"))))
                .isEmpty();
    }

    @Test
    void probe_that_waits_less_than_the_app_takes_is_told() {
        assertFound(
                "A06",
                app(DEPLOYMENT.replace("timeoutSeconds: 5", "timeoutSeconds: 4")),
                "The readinessProbe of the Deployment `test/test-app` waits 4 s for `/health`, and the app may take 5 s to answer ("
                        + CONTRACT + ", `app.groundplan.dev/answer-seconds`).",
                "wait as long: .withTimeout(seconds(5))");
        assertFound(
                "A06",
                app(DEPLOYMENT.replace("timeoutSeconds: 2", "timeoutSeconds: 1")),
                "The startupProbe of the Deployment `test/test-app` waits 1 s for `/observe/health/started`, and the app may take 2 s to answer ("
                        + CONTRACT + ", startupProbe).",
                "wait as long: .withTimeout(seconds(2))");
    }

    @Test
    void number_of_0_is_what_kubernetes_takes_for_nothing_said() {
        var zero = DEPLOYMENT.replace(
                "periodSeconds: 1, failureThreshold: 11, timeoutSeconds: 2",
                "periodSeconds: 0, failureThreshold: 0, timeoutSeconds: 2");

        assertThat(Found.by("A05", app(zero))).isEmpty();
        assertThat(Found.by("A05", app(zero.replace("progressDeadlineSeconds: 600", "progressDeadlineSeconds: 30"))))
                .contains("waits for 30 s, and a rollout is given up after 30 s");
        assertThat(Found.by("A06", app(DEPLOYMENT.replace("timeoutSeconds: 2", "timeoutSeconds: 0"))))
                .contains("The startupProbe of the Deployment `test/test-app` waits 1 s");
    }

    @Test
    void start_that_flux_does_not_wait_for_is_told_where_no_rollout_has_a_deadline() {
        var part = appliedByFlux("11s");

        assertThat(Found.by("A05", part)).isEqualTo("""
                error[A05] The startupProbe of the StatefulSet `test/test-app` waits for 11 s, and the Kustomization `flux-system/apps` gives up after 11s.
                    at: platform `shop` > objects `app`   (%s)
                    in: staging
                  mend: let the probe wait for less than Flux
                   see: docs/checks/A05.md
                """.formatted(part.line()));
        assertThat(Found.by("A05", appliedByFlux("12s"))).isEmpty();
    }

    @Test
    void own_probe_is_no_excuse_where_the_path_may_take_longer() {
        var shorter = contract(folder, "timeoutSeconds: 5", "timeoutSeconds: 3");

        assertFound(
                "A06",
                appOf(
                        shorter,
                        DEPLOYMENT.replace(
                                "{path: /health, port: http}, timeoutSeconds: 5",
                                "{path: /observe/health/ready, port: http}, timeoutSeconds: 4")),
                "The readinessProbe of the Deployment `test/test-app` waits 4 s for `/observe/health/ready`, and the app may take 5 s to answer ("
                        + shorter + ", `app.groundplan.dev/answer-seconds`).",
                "wait as long: .withTimeout(seconds(5))");
        assertThat(Found.by("A06", appOf(shorter, DEPLOYMENT.replace("path: /health", "path: /observe/health/ready"))))
                .isEmpty();
    }

    @Test
    void app_that_does_not_say_which_path_is_slow_may_be_slow_everywhere() {
        var silent = contract(folder, "app.groundplan.dev/database-endpoints", "example.com/database-endpoints");

        assertFound(
                "A06",
                appOf(silent, DEPLOYMENT),
                "The startupProbe of the Deployment `test/test-app` waits 2 s for `/observe/health/started`, and the app may take 5 s to answer ("
                        + silent + ", `app.groundplan.dev/answer-seconds`).",
                "wait as long: .withTimeout(seconds(5))");
    }

    @Test
    void balancer_that_waits_less_than_the_app_takes_is_told() {
        var what =
                "The load balancer of the Ingress `test/test-app` waits 4 s for `/health`, and the app may take 5 s to answer ("
                        + CONTRACT + ", `app.groundplan.dev/answer-seconds`).";
        var mend =
                "let it wait as long, and ask less often than that: `alb.ingress.kubernetes.io/healthcheck-timeout-seconds: \"5\"`; a workload that is exposed takes both from its readiness probe";

        assertFound("A06", exposed(DEPLOYMENT, BALANCER.replace("seconds: \"5\"", "seconds: \"4\"")), what, mend);
        assertThat(Found.by("A06", exposed(DEPLOYMENT, BALANCER))).isEmpty();
    }

    @Test
    void balancer_that_does_not_say_waits_5_s() {
        var silent = BALANCER.replace("    alb.ingress.kubernetes.io/healthcheck-timeout-seconds: \"5\"\n", "");
        var slower = contract(folder, "answer-seconds: \"5\"", "answer-seconds: \"6\"");

        assertThat(Found.by("A06", exposed(DEPLOYMENT, silent))).isEmpty();
        assertThat(Found.by(
                        "A06",
                        appOf(
                                slower,
                                DEPLOYMENT.replace("timeoutSeconds: 5", "timeoutSeconds: 6"),
                                SERVICE,
                                object(Ingress.class, silent))))
                .contains(
                        "The load balancer of the Ingress `test/test-app` waits 5 s for `/health`, and the app may take 6 s");
    }

    @Test
    void pod_that_hangs_and_is_seen_later_than_one_that_goes_is_told() {
        assertFound(
                "A06",
                exposed(DEPLOYMENT, BALANCER.replace("seconds=30", "seconds=29")),
                "The readinessProbe of the Deployment `test/test-app` needs 30 s to see that a pod hangs, and the load balancer of the Ingress `test/test-app` cuts the requests of a pod that goes after 29 s.",
                "let the period times the failures be at most 29 s: .withPeriod(seconds(5)).withFailures(2)");
    }

    @Test
    void balancer_of_others_is_no_problem() {
        var impatient = BALANCER.replace("seconds: \"5\"", "seconds: \"4\"").replace("seconds=30", "seconds=1");

        assertThat(Found.by(
                        "A06",
                        exposed(DEPLOYMENT, impatient.replace("service: {name: test-app}", "service: {name: other}"))))
                .isEmpty();
        assertThat(Found.by(
                        "A06",
                        exposed(DEPLOYMENT, impatient.replace("ingressClassName: alb", "ingressClassName: nginx"))))
                .isEmpty();
    }

    private static Custom exposed(String deployment, String ingress) {
        return app(deployment, SERVICE, object(Ingress.class, ingress));
    }

    private static Custom appliedByFlux(String timeout) {
        var set = object(
                StatefulSet.class,
                DEPLOYMENT
                        .replace("kind: Deployment", "kind: StatefulSet")
                        .replace("progressDeadlineSeconds: 600", "serviceName: test-app"));
        var kustomization = object(Kustomization.class, """
                kind: Kustomization
                metadata: {name: apps, namespace: flux-system}
                spec: {interval: 1h, timeout: %s, wait: true}
                """.formatted(timeout));
        return TestParts.part(
                "objects",
                "app",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), set)
                        .with(AppliedByFlux.BEGINNING, kustomization)
                        .with(new AppliedByFlux(Layer.APPS.itself(), "apps"))
                        .with(new ContractOf(Dekorate.fromDekorate("test-app"), "test", "test-app")));
    }
}
