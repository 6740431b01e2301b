package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.controllers.ExternalDns.externalDns;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.controllers.Reloader.reloader;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.facts.Capability.controller;
import static dev.groundplan.facts.Installed.installed;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.Groundplan;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.network.Vpc;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An annotation that asks a controller for something is refused where the controller is not. */
final class ControllerNobodyBringsTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
    private static final HostedZone ZONE = hostedZone("shop", host("staging.shop.example.com"));
    private static final Namespace SHOP = CLUSTER.namespace("shop");
    private static final String AUTO = "secret.reloader.stakater.com/auto";
    private static final String HOSTNAME = "external-dns.alpha.kubernetes.io/hostname";

    @Test
    void a_restart_that_nobody_makes_is_refused() {
        var app = objects("web", deployment(AUTO, "true"));

        assertThat(found(app)).isEqualTo("""
                error[K30] The Deployment `default/web` needs the controller `reloader`, and nothing brings it.
                    at: platform `shop` > objects `web`   (ControllerNobodyBringsTest.java:%s)
                    in: staging
                  mend: add what brings it: .with(reloader(cluster)); if it is installed by other means, say so: .with(installed("…").bringing(controller("reloader")))
                   see: docs/checks/K30.md
                """.formatted(app.line().line()));
        assertThat(found(app, reloader(CLUSTER))).isEmpty();
        assertThat(found(app, installed("reloader").bringing(controller("reloader"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reloader.stakater.com/auto,true",
        "reloader.stakater.com/search,true",
        "secret.reloader.stakater.com/auto,true",
        "configmap.reloader.stakater.com/auto,true",
        "secret.reloader.stakater.com/reload,login",
        "configmap.reloader.stakater.com/reload,settings"
    })
    void each_way_to_ask_for_a_restart_is_known(String annotation, String value) {
        assertThat(found(objects("web", deployment(annotation, value)))).contains("needs the controller `reloader`");
    }

    @Test
    void pods_and_workloads_ask_for_restarts_as_well() {
        var pods = new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withMetadata(metadata(AUTO, "true"))
                .withNewSpec()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
        var workload = workload("orders", image("ghcr.io/acme/orders:1.0.0"), SHOP);

        assertThat(found(objects("web", pods)))
                .contains("The Deployment `default/web` needs the controller `reloader`");
        assertThat(found(workload.restartedOnChange()))
                .contains("The Deployment `shop/orders` needs the controller `reloader`");
        assertThat(found(workload)).isEmpty();
        assertThat(found(workload.restartedOnChange(), reloader(CLUSTER))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reloader.stakater.com/auto,false",
        "secret.reloader.stakater.com/auto,false",
        "reloader.stakater.com/last-reloaded-from,login",
        "example.com/auto,true",
        "external-dns.alpha.kubernetes.io/hostname,web.shop.example.com"
    })
    void what_asks_for_no_restart_needs_nobody(String annotation, String value) {
        assertThat(found(objects("web", deployment(annotation, value)))).isEmpty();
    }

    @Test
    void a_record_that_nobody_makes_is_refused() {
        var app = objects("web", service(HOSTNAME));

        assertThat(found(app)).isEqualTo("""
                error[K30] The Service `default/web` needs the controller `external-dns`, and nothing brings it.
                    at: platform `shop` > objects `web`   (ControllerNobodyBringsTest.java:%s)
                    in: staging
                  mend: add what brings it: .with(externalDns(cluster, zone)); if it is installed by other means, say so: .with(installed("…").bringing(controller("external-dns")))
                   see: docs/checks/K30.md
                """.formatted(app.line().line()));
        assertThat(found(app, externalDns(CLUSTER, ZONE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {HOSTNAME, "external-dns.kubernetes.io/ttl"})
    void each_way_to_ask_for_a_record_is_known(String annotation) {
        assertThat(found(objects("web", service(annotation)))).contains("needs the controller `external-dns`");
        assertThat(found(objects("web", ingress(annotation)))).contains("needs the controller `external-dns`");
    }

    @Test
    void a_controller_that_a_team_installs_itself_counts_by_its_facts_or_by_what_it_says() {
        var app = objects("web", deployment(AUTO, "true"), service(HOSTNAME));
        var known = release("external-dns", "https://kubernetes-sigs.github.io/external-dns/", "1.21.1");
        var unknown = release("reloader", "https://charts.shop.example.com", "2.2.18");

        assertThat(found(app, known, unknown)).contains("`reloader`").doesNotContain("`external-dns`");
        assertThat(found(app, known, unknown.offering(controller("reloader")))).isEmpty();
        assertThat(found(app, known, release("reloader", "https://stakater.github.io/stakater-charts", "2.2.18")))
                .isEmpty();
    }

    @Test
    void an_application_that_asks_for_restarts_is_applied_after_what_makes_them() {
        var app = objects("web", deployment(AUTO, "true"));
        var flux = flux(CLUSTER, sync("https://github.com/acme/platform", "main"));

        assertThat(kustomization("apps-shared", NETWORK, CLUSTER, flux, reloader(CLUSTER), app))
                .contains("dependsOn:\n  - name: controllers-reloader\n");
    }

    private static HelmRelease release(String name, String address, String version) {
        return HelmRelease.helmRelease(name, chart(name, repository(address), version), CLUSTER.namespace(name));
    }

    private static String found(Part app, Part... controllers) {
        var parts = new ArrayList<Part>(List.of(NETWORK, CLUSTER, SHOP, ZONE, metricsServer(CLUSTER), app));
        parts.addAll(List.of(controllers));
        return Found.by("K30", parts.toArray(Part[]::new));
    }

    private static String kustomization(String name, Part... parts) {
        return Groundplan.groundplan(each -> platform("shop", each).with(parts), STAGING)
                .expand()
                .sequencedValues()
                .getFirst()
                .kubernetes()
                .stream()
                .map(placed -> placed.object())
                .filter(object -> object.getMetadata().getName().equals(name))
                .map(ManifestText::of)
                .findFirst()
                .orElseThrow();
    }

    private static HasMetadata deployment(String annotation, String value) {
        return new DeploymentBuilder().withMetadata(metadata(annotation, value)).build();
    }

    private static HasMetadata service(String annotation) {
        return new ServiceBuilder().withMetadata(metadata(annotation, "60")).build();
    }

    private static HasMetadata ingress(String annotation) {
        return new IngressBuilder().withMetadata(metadata(annotation, "60")).build();
    }

    private static ObjectMeta metadata(String annotation, String value) {
        return new ObjectMetaBuilder()
                .withName("web")
                .withNamespace("default")
                .addToAnnotations(annotation, value)
                .build();
    }
}
