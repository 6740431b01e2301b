package dev.groundplan.testing;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;
import static dev.groundplan.controllers.ClusterAutoscaler.clusterAutoscaler;
import static dev.groundplan.controllers.ExternalDns.externalDns;
import static dev.groundplan.controllers.ExternalSecrets.externalSecrets;
import static dev.groundplan.controllers.LoadBalancerController.loadBalancerController;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.controllers.Overprovisioning.overprovisioning;
import static dev.groundplan.controllers.Reloader.reloader;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.controllers.LoadBalancerFeature;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Platform;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.testing.terraform.TerraformCore;
import org.junit.jupiter.api.Test;

/** A cluster with every controller, as Terraform and kubectl see it. */
final class ControllersTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final FileTree RENDERED =
            groundplan(ControllersTest::describe, STAGING).render();

    @Test
    @RequiresProgram("terraform")
    void terraform_plans_their_roles_and_applies_them() {
        try (var offline =
                TerraformCore.serving(AwsSchema.schema()).open(RENDERED, FilePath.of("staging/terraform/infra"))) {
            assertThat(offline.validate()).isEmpty();
            assertThat(offline.plan()).succeeds();
            assertThat(offline.apply()).isEmpty();
            assertThat(offline.plan()).isEmpty();
        }
    }

    @Test
    @RequiresProgram("kubectl")
    void kubectl_builds_their_directories_to_exactly_our_objects() {
        assertThat(KubectlKustomize.disagreements(RENDERED)).isEmpty();
    }

    private static Platform describe(Environment environment) {
        var network = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
        var cluster = eksCluster("shop", kubernetes("1.36"), network.privateSubnets())
                .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
        var zone = hostedZone("shop", host("shop.example.com"));
        var podinfo = chart("podinfo", repository("oci://ghcr.io/stefanprodan/charts"), "6.9.1");
        return platform("shop", environment)
                .with(network, cluster, zone, flux(cluster, sync("https://github.com/acme/platform", "main")))
                .with(
                        loadBalancerController(cluster).withFeatures(LoadBalancerFeature.values()),
                        externalDns(cluster, zone),
                        externalSecrets(cluster),
                        clusterAutoscaler(cluster),
                        metricsServer(cluster),
                        reloader(cluster),
                        overprovisioning(cluster, 2))
                .with(helmRelease("podinfo", podinfo, cluster.namespace("podinfo"))
                        .withValues(chartValues().with("ui.message", "Hello")));
    }
}
