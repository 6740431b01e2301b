package dev.groundplan.charts;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.ChartFacts;
import dev.groundplan.facts.Need;
import dev.groundplan.facts.Offer;
import dev.groundplan.kubernetes.ManifestText;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class HelmReleaseTest {

    private static final EksCluster CLUSTER = eksCluster(
            "faceit",
            kubernetes("1.36"),
            vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                    .privateSubnets());

    private static final Chart PODINFO = chart("podinfo", repository("oci://ghcr.io/stefanprodan/charts"), "6.9.1");
    private static final Chart METRICS_SERVER =
            chart("metrics-server", repository("https://kubernetes-sigs.github.io/metrics-server/"), "3.13.1");

    @Test
    void a_chart_of_a_repository_is_installed_kept_and_retried() {
        var release = helmRelease("metrics-server", METRICS_SERVER, CLUSTER.namespace("kube-system"))
                .withValues(chartValues().with("replicas", 2).with("podAnnotations.example\\.com/team", "${team}"))
                .withAutoscaledDeployments();

        assertThat(text(release)).isEqualTo("""
                controllers/metrics-server
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: HelmRepository
                metadata:
                  name: metrics-server
                  namespace: kube-system
                spec:
                  interval: 1h
                  url: https://kubernetes-sigs.github.io/metrics-server/
                ---
                controllers/metrics-server
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata:
                  name: metrics-server
                  namespace: kube-system
                spec:
                  chart:
                    spec:
                      chart: metrics-server
                      interval: 1h
                      sourceRef:
                        kind: HelmRepository
                        name: metrics-server
                      version: "3.13.1"
                  driftDetection:
                    ignore:
                    - paths:
                      - /spec/replicas
                      target:
                        kind: Deployment
                    mode: enabled
                  install:
                    crds: CreateReplace
                    strategy:
                      name: RetryOnFailure
                      retryInterval: 2m
                  interval: 1h
                  maxHistory: 3
                  releaseName: metrics-server
                  timeout: 600s
                  upgrade:
                    crds: CreateReplace
                    strategy:
                      name: RetryOnFailure
                      retryInterval: 2m
                  values:
                    podAnnotations:
                      example.com/team: ${team}
                    replicas: 2
                """);
    }

    @Test
    void a_chart_of_a_registry_has_a_source_of_its_own_and_the_release_its_namespace() {
        var release =
                helmRelease("podinfo", PODINFO, CLUSTER.namespace("podinfo")).withTimeout(seconds(120));

        assertThat(text(release)).isEqualTo("""
                controllers/podinfo
                apiVersion: v1
                kind: Namespace
                metadata:
                  annotations:
                    kustomize.toolkit.fluxcd.io/prune: disabled
                  labels:
                    pod-security.kubernetes.io/audit: restricted
                    pod-security.kubernetes.io/audit-version: v1.36
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/enforce-version: v1.36
                    pod-security.kubernetes.io/warn: restricted
                    pod-security.kubernetes.io/warn-version: v1.36
                  name: podinfo
                ---
                controllers/podinfo
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: OCIRepository
                metadata:
                  name: podinfo
                  namespace: podinfo
                spec:
                  interval: 1h
                  layerSelector:
                    mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip
                    operation: copy
                  ref:
                    tag: "6.9.1"
                  url: oci://ghcr.io/stefanprodan/charts/podinfo
                ---
                controllers/podinfo
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata:
                  name: podinfo
                  namespace: podinfo
                spec:
                  chartRef:
                    kind: OCIRepository
                    name: podinfo
                  driftDetection:
                    mode: enabled
                  install:
                    crds: CreateReplace
                    strategy:
                      name: RetryOnFailure
                      retryInterval: 2m
                  interval: 1h
                  maxHistory: 3
                  releaseName: podinfo
                  timeout: 120s
                  upgrade:
                    crds: CreateReplace
                    strategy:
                      name: RetryOnFailure
                      retryInterval: 2m
                """);
    }

    @Test
    void a_namespace_that_others_make_is_left_to_them() {
        var release =
                helmRelease("podinfo", PODINFO, CLUSTER.namespace("podinfo")).withExistingNamespace();

        assertThat(release.expand(STAGING).kubernetes())
                .extracting(in -> in.object().getKind())
                .containsExactly("OCIRepository", "HelmRelease");
    }

    @Test
    void what_a_chart_brings_follows_from_its_facts_and_what_it_needs_from_its_chartValues() {
        var plain = helmRelease("metrics-server", METRICS_SERVER, CLUSTER.namespace("kube-system"));
        var monitored = plain.withValues(chartValues().with("serviceMonitor.enabled", true));
        var place = plain.placement();

        assertThat(plain.expand(STAGING).facts(Offer.class))
                .containsExactly(new Offer(place, Capability.api("metrics.k8s.io")));
        assertThat(plain.expand(STAGING).facts(Need.class)).isEmpty();
        assertThat(monitored.expand(STAGING).facts(Need.class))
                .containsExactly(new Need(place, Capability.definitions("monitoring.coreos.com")));
        assertThat(plain.expand(STAGING).facts(ChartFacts.class)).hasSize(1);
    }

    @Test
    void what_a_chart_without_facts_brings_and_needs_can_be_said() {
        var release = helmRelease("podinfo", PODINFO, CLUSTER.namespace("podinfo"))
                .offering(Capability.definitions("podinfo.example.com"))
                .needing(Capability.ingressClass("alb"));

        assertThat(release.expand(STAGING).facts())
                .containsExactly(
                        new Offer(release.placement(), Capability.definitions("podinfo.example.com")),
                        new Need(release.placement(), Capability.ingressClass("alb")));
    }

    @Test
    void facts_of_a_chart_of_ones_own_count_like_those_that_groundplan_brings() {
        var facts = ChartFacts.of("""
                chart: podinfo
                version: 6.9.1
                repository: oci://ghcr.io/stefanprodan/charts
                definitions: podinfo.example.com v1
                """);
        var release = helmRelease("podinfo", PODINFO.withFacts(facts), CLUSTER.namespace("podinfo"));

        assertThat(release.expand(STAGING).facts(Offer.class))
                .containsExactly(new Offer(release.placement(), Capability.definitions("podinfo.example.com")));
    }

    @Test
    void a_chart_of_the_same_name_in_another_repository_is_not_taken_for_the_known_one() {
        assertThat(METRICS_SERVER.facts()).isPresent();
        assertThat(chart("metrics-server", repository("https://charts.example.com"), "3.13.1")
                        .facts())
                .isEmpty();
    }

    @Test
    void what_is_no_chart_is_refused() {
        var oci = repository("oci://ghcr.io/stefanprodan/charts");

        refused(
                () -> chart("podinfo", oci, ">=6"),
                "`>=6` is no exact version of the chart `podinfo`: what runs would change without a change here. Write three numbers, as in \"3.13.1\".");
        refused(
                () -> chart("Podinfo", oci, "6.9.1"),
                "`Podinfo` is no name of a chart: write lower-case letters, digits, `-`, `_` and `.`, as in chart(\"metrics-server\", …).");
        refused(
                () -> repository("http://charts.example.com"),
                "`http://charts.example.com` is no chart repository: write its address with `https://` or `oci://`, as in repository(\"https://kubernetes.github.io/autoscaler\").");
        refused(
                () -> PODINFO.withFacts(METRICS_SERVER.facts().orElseThrow()),
                "These are facts of metrics-server 3.13.1, and the chart is podinfo 6.9.1: write facts of this version.");
    }

    @Test
    void too_little_time_is_refused() {
        refused(
                () -> helmRelease("podinfo", PODINFO, CLUSTER.namespace("podinfo"))
                        .withTimeout(seconds(59)),
                "The release `podinfo` can't be ready within 59 s: images are pulled first. Give it a minute or more, as in withTimeout(seconds(600)).");
    }

    private static String text(HelmRelease release) {
        return release.expand(STAGING).kubernetes().stream()
                .map(HelmReleaseTest::text)
                .collect(Collectors.joining("---\n"));
    }

    private static String text(InPlace in) {
        return in.placement() + "\n" + ManifestText.of(in.object());
    }

    private static void refused(ThrowingCallable description, String message) {
        assertThatIllegalArgumentException().isThrownBy(description).withMessage(message);
    }
}
