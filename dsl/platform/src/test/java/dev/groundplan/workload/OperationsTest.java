package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.dns.Certificate.certificate;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.percent;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Exposure.at;
import static dev.groundplan.workload.PriorityClass.priorityClass;
import static dev.groundplan.workload.Probe.http;
import static dev.groundplan.workload.Rollout.rollout;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.database.Postgres;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.dns.Certificate;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.Connection;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.network.Vpc;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with a workload beyond its pods, as whole texts. */
class OperationsTest {

    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final Namespace NAMESPACE =
            eksCluster("faceit", kubernetes("1.36"), NETWORK.privateSubnets()).namespace("test");
    private static final Postgres DATABASE = postgres("orders", version("17.5"), NETWORK.privateSubnets());
    private static final DatabaseLogin LOGIN = DATABASE.loginIn(parameterStore("faceit", "/faceit"));
    private static final HostedZone ZONE = hostedZone("faceit", host("faceit.example.com"));
    private static final Certificate CERTIFICATE = certificate("faceit", ZONE.wildcard());

    @Test
    void autoscaler_owns_the_number_of_pods() {
        var workload = plain().withAutoscaling(between(3, 10), percent(70), percent(80));

        assertText(manifests(workload, STAGING, "HorizontalPodAutoscaler"), "workload-autoscaler.yaml");
        assertThat(deployment(workload).getSpec().getReplicas()).isNull();
    }

    @Test
    void number_of_pods_said_twice_is_refused_in_either_order() {
        var message =
                "The workload `test-app` has 3 replicas and is scaled between 3 and 10 as well: leave out withReplicas(3), the autoscaler says how many there are.";

        assertThatThrownBy(() -> plain().withReplicas(3).withAutoscaling(between(3, 10), percent(70)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() ->
                        plain().withAutoscaling(between(3, 10), percent(70)).withReplicas(3))
                .hasMessage(message);
    }

    @Test
    void scaling_down_to_nothing_is_refused() {
        assertThatThrownBy(() -> plain().withAutoscaling(between(0, 10), percent(70)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A workload can't be scaled down to 0 pods by how busy they are: with none there is nothing to measure. Write at least 1, as in withAutoscaling(between(1, 10), percent(70)).");
    }

    @Test
    void one_pod_at_a_time_may_be_evicted_unless_there_is_only_one() {
        assertThat(manifests(plain(), STAGING, "PodDisruptionBudget")).isEqualTo("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  labels:
                    app.kubernetes.io/name: test-app
                  name: test-app
                  namespace: test
                spec:
                  maxUnavailable: 1
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: test-app
                  unhealthyPodEvictionPolicy: AlwaysAllow
                """);
        assertThat(manifests(plain().withDisruptionBudget(2), STAGING, "PodDisruptionBudget"))
                .contains("maxUnavailable: 2");
        assertThat(manifests(plain().withReplicas(1), STAGING, "PodDisruptionBudget"))
                .isEmpty();
        assertThat(manifests(plain().withAutoscaling(between(1, 10), percent(70)), STAGING, "PodDisruptionBudget"))
                .isEmpty();
    }

    @Test
    void budget_that_blocks_every_eviction_is_refused() {
        assertThatThrownBy(() -> plain().withDisruptionBudget(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "0 is no number of pods that may be evicted at a time: with none, no node could ever be drained. It must lie between 1 and 1000, as in withDisruptionBudget(1).");
    }

    @Test
    void deployment_with_every_option_of_operations_renders_all_of_them() {
        var workload = plain().withPort(port(8080))
                .withAutoscaling(between(3, 10), percent(70))
                .withRollout(rollout()
                        .withSurge(percent(50))
                        .withMinReady(seconds(20))
                        .withDeadline(seconds(300)))
                .withSpread(Spread.ACROSS_ZONES)
                .withPriority(priorityClass("critical", 1000));

        assertText(manifests(workload, STAGING, "Deployment"), "workload-operations.yaml");
    }

    @Test
    void rollout_that_can_only_be_given_up_is_refused() {
        assertThatThrownBy(() -> rollout().withDeadline(seconds(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A rollout that is given up after 10 s never ends well when its pods must have been ready for 10 s: choose a later deadline, as in withDeadline(seconds(310)).");
        assertThatThrownBy(() -> rollout().withMinReady(seconds(600)))
                .hasMessage(
                        "A rollout that is given up after 600 s never ends well when its pods must have been ready for 600 s: choose a later deadline, as in withDeadline(seconds(900)).");
    }

    @Test
    void network_policy_allows_what_is_described_and_nothing_else() {
        var billing = workload("billing", image("ghcr.io/acme/billing:2.0.0"), NAMESPACE)
                .withPort(port(9000));
        var workload = plain().withPort(port(8080))
                .withIdentity(workloadIdentity("uploader", NAMESPACE))
                .withEnv("DATABASE_HOST", LOGIN.host())
                .withEnv("DATABASE_PASSWORD", LOGIN.password())
                .reaches(billing);

        assertText(manifests(workload, STAGING, "NetworkPolicy"), "workload-network-policies.yaml");
        assertThat(workload.expand(STAGING).facts(Connection.class))
                .containsExactly(
                        new Connection(workload.id(), DATABASE.id(), "TCP 5432"),
                        new Connection(workload.id(), billing.id(), "TCP 9000"));
    }

    @Test
    void workload_that_says_nothing_reaches_names_alone_and_is_reached_by_nobody() {
        assertThat(manifests(plain(), STAGING, "NetworkPolicy")).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  labels:
                    app.kubernetes.io/name: test-app
                  name: test-app
                  namespace: test
                spec:
                  egress:
                  - ports:
                    - port: 53
                      protocol: UDP
                    - port: 53
                      protocol: TCP
                    to:
                    - namespaceSelector:
                        matchLabels:
                          kubernetes.io/metadata.name: kube-system
                      podSelector:
                        matchLabels:
                          k8s-app: kube-dns
                  podSelector:
                    matchLabels:
                      app.kubernetes.io/name: test-app
                  policyTypes:
                  - Ingress
                  - Egress
                """);
    }

    @Test
    void internet_is_reached_on_the_ports_that_are_said() {
        assertThat(manifests(plain().reachesInternet(), STAGING, "NetworkPolicy"))
                .contains("port: 443", "cidr: 0.0.0.0/0");
        assertThat(manifests(plain().reachesInternet(port(587)), STAGING, "NetworkPolicy"))
                .contains("port: 587", "cidr: 0.0.0.0/0")
                .doesNotContain("port: 443");
    }

    @Test
    void reaching_what_has_no_port_is_refused() {
        var silent = workload("silent", image("ghcr.io/acme/silent:1.0.0"), NAMESPACE);

        assertThatThrownBy(() -> plain().reaches(silent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The workload `silent` has no ports, so nothing can reach it: give it one before it is referred to, as in .withPort(port(8080)).");
    }

    @Test
    void exposed_workload_has_an_ingress_and_lets_the_load_balancer_in() {
        var workload = ready().exposedAt(at(ZONE.host("test"), CERTIFICATE).onPaths("/", "/health"));

        assertText(manifests(workload, PRODUCTION, "Ingress", "NetworkPolicy"), "workload-exposed.yaml");
        assertThat(workload.expand(PRODUCTION).facts(ClusterVariable.class)).containsExactly(CERTIFICATE.arnVariable());
        assertThat(workload.expand(PRODUCTION).facts(Connection.class))
                .containsExactly(
                        new Connection(
                                PartId.of("internet", "anyone"),
                                PartId.of("load-balancer", "test-app"),
                                "HTTPS test.faceit.example.com"),
                        new Connection(PartId.of("load-balancer", "test-app"), workload.id(), "TCP 8080"));
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 10, 2", "5, 5, 6, 5", "1, 4, 5, 4", "30, 5, 30, 5", "60, 300, 121, 120"})
    void load_balancer_waits_as_long_as_the_readiness_probe_and_asks_less_often_than_that(
            int period, int timeout, int interval, int waits) {
        var workload = plain().withPort(port(8080))
                .withReadinessProbe(http("/health").withPeriod(seconds(period)).withTimeout(seconds(timeout)))
                .exposedAt(at(ZONE.host("test"), CERTIFICATE));

        assertThat(manifests(workload, STAGING, "Ingress"))
                .contains("healthcheck-interval-seconds: \"%s\"".formatted(interval))
                .contains("healthcheck-timeout-seconds: \"%s\"".formatted(waits));
    }

    @Test
    void exposure_inside_the_network_shares_a_load_balancer_of_the_private_subnets() {
        var workload = ready().exposedAt(at(ZONE.host("test"), CERTIFICATE)
                .internal()
                .inGroup("tools")
                .withIdleTimeout(seconds(120))
                .withDeregistrationDelay(seconds(10)));

        assertText(manifests(workload, STAGING, "Ingress", "NetworkPolicy"), "workload-exposed-internal.yaml");
    }

    @Test
    void exposure_without_a_port_or_a_readiness_probe_is_refused() {
        var exposure = at(ZONE.host("test"), CERTIFICATE);

        assertThatThrownBy(() ->
                        plain().withPort("web", port(8080)).exposedAt(exposure).expand(STAGING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The workload `test-app` is exposed at `test.faceit.example.com` and has no port `http`: add it, as in .withPort(\"http\", port(8080)), or name another, as in at(…).ofPort(\"web\").");
        assertThatThrownBy(
                        () -> plain().withPort(port(8080)).exposedAt(exposure).expand(STAGING))
                .hasMessage(
                        "The workload `test-app` is exposed and has no readiness probe over HTTP, so a load balancer could not know which of its pods serve: say what to ask, as in .withReadinessProbe(http(\"/health\")).");
    }

    @Test
    void exposure_out_of_range_is_refused() {
        var exposure = at(ZONE.host("test"), CERTIFICATE);

        assertThatThrownBy(() -> exposure.onPaths("health"))
                .hasMessage(
                        "`health` is no path: begin it with `/` and leave out `*` and `?`, as in onPaths(\"/\", \"/health\").");
        assertThatThrownBy(() -> exposure.onPaths("/", "/"))
                .hasMessage("The path `/` is exposed twice: leave one out.");
        assertThatThrownBy(() -> exposure.withIdleTimeout(seconds(0)))
                .hasMessage(
                        "0 s is no idle timeout of a load balancer: it must lie between 1 s and 4000 s, as in withIdleTimeout(seconds(60)).");
        assertThatThrownBy(() -> exposure.withDeregistrationDelay(seconds(3601)))
                .hasMessage(
                        "3601 s is no deregistration delay: it must lie between 0 s and 3600 s, as in withDeregistrationDelay(seconds(30)).");
    }

    @Test
    void monitored_workload_is_watched_and_lets_prometheus_in() {
        var workload = plain().withPort(port(8080))
                .withPort("metrics", port(9090))
                .monitored(metricsAt("/metrics").onPort("metrics"));

        assertText(manifests(workload, STAGING, "ServiceMonitor", "NetworkPolicy"), "workload-monitored.yaml");
        assertThat(objects(workload.expand(STAGING)))
                .extracting(HasMetadata::getKind)
                .contains("ServiceMonitor", "PrometheusRule", "ConfigMap");
    }

    @Test
    void monitoring_a_program_without_metrics_is_refused() {
        assertThatThrownBy(() -> plain().withPort(port(8080))
                        .monitored(metricsAt("/metrics").onPort("metrics"))
                        .expand(STAGING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The workload `test-app` is monitored at `/metrics` of its port `metrics`, and has no such port: without metrics there is nothing to watch. Add it, as in .withPort(\"metrics\", port(9090)), or name another, as in metricsAt(\"/metrics\").onPort(\"http\").");
    }

    private static Workload ready() {
        return plain().withPort(port(8080)).withReadinessProbe(http("/health"));
    }

    private static Workload plain() {
        return workload("test-app", image("ghcr.io/acme/test-app:1.4.2"), NAMESPACE);
    }

    private static String manifests(Workload workload, Site site, String... kinds) {
        var kept = List.of(kinds);
        return objects(workload.expand(site)).stream()
                .filter(object -> kept.contains(object.getKind()))
                .map(ManifestText::of)
                .collect(Collectors.joining("---\n"));
    }

    private static Deployment deployment(Workload workload) {
        return objects(workload.expand(STAGING)).stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<HasMetadata> objects(Elements elements) {
        return elements.kubernetes().stream().map(InPlace::object).toList();
    }
}
