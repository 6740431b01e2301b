package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;
import static dev.groundplan.controllers.ClusterAutoscaler.clusterAutoscaler;
import static dev.groundplan.controllers.ExternalSecrets.externalSecrets;
import static dev.groundplan.controllers.LoadBalancerController.loadBalancerController;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.controllers.Overprovisioning.overprovisioning;
import static dev.groundplan.controllers.Reloader.reloader;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.eks.Addon.addon;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.PriorityClass.priorityClass;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.charts.Chart;
import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.expand.Expansion;
import dev.groundplan.kubernetes.flux.HelmReleaseBuilder;
import dev.groundplan.kubernetes.flux.HelmRepositoryBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.chart.spec.SourceRef;
import dev.groundplan.network.Vpc;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each check of charts and of what they run with, with a platform that breaks it and one that only just passes. */
final class ChartChecksTest {

    private static final List<String> OF_CHARTS =
            List.of("G03", "G07", "G12", "X01", "X05", "X06", "X08", "X13", "X14", "X17", "X20", "X22", "X28");

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
    private static final Chart AUTOSCALER =
            chart("cluster-autoscaler", repository("https://kubernetes.github.io/autoscaler"), "9.59.0");
    private static final ChartValues AUTOSCALER_VALUES = chartValues()
            .with("awsRegion", "eu-west-2")
            .with("autoDiscovery.clusterName", "shop-staging")
            .with("image.tag", "v1.36.1");

    @Test
    void a_value_that_the_chart_does_not_have_is_refused() {
        assertRefused(
                "[G12] The HelmRelease `kube-system/metrics-server` sets the value `podDisruptionBudget.enable`, which the chart metrics-server 3.13.1 does not have. -> did you mean `podDisruptionBudget.enabled`?",
                metricsServer(CLUSTER).withValues(chartValues().with("podDisruptionBudget.enable", true)));
        assertAccepted(metricsServer(CLUSTER).withValues(chartValues().with("podLabels.anything", "goes")));
        assertAccepted(reloader(CLUSTER));
    }

    @Test
    void a_release_of_a_source_that_is_not_there_is_refused() {
        assertRefused(
                "[G03] The HelmRelease `shop/podinfo` names no chart of a source of the platform in one version. -> install the chart by helmRelease(\"podinfo\", chart(…, repository(\"…\"), \"1.2.3\"), …), or add the source and an exact version",
                objects("podinfo", release("6.9.1")));
        assertAccepted(objects("podinfo", source(), release("6.9.1")));
    }

    @Test
    void a_release_of_a_range_of_versions_is_refused() {
        assertRefused(
                "[G03] The HelmRelease `shop/podinfo` takes any version that fits `6.x`. -> install the chart by helmRelease(\"podinfo\", chart(…, repository(\"…\"), \"1.2.3\"), …), or add the source and an exact version",
                objects("podinfo", source(), release("6.x")));
    }

    @Test
    void definitions_that_stay_old_are_refused() {
        var kept = new HelmReleaseBuilder(loadBalancers())
                .editSpec()
                .withUpgrade(null)
                .endSpec()
                .build();

        assertThat(found(objects("controller", repositoryOf(kept), kept)))
                .contains(
                        "[G07] The HelmRelease `kube-system/aws-load-balancer-controller` leaves the definitions of the chart aws-load-balancer-controller 3.5.0 as they are when it is upgraded. -> set `spec.upgrade.crds: CreateReplace`, as helmRelease(…) does");
        assertAccepted(loadBalancerController(CLUSTER));
    }

    @Test
    void a_role_that_trusts_a_name_near_the_one_that_the_chart_makes_up_is_refused() {
        var identity = workloadIdentity("cluster-autoscaler", CLUSTER.namespace("kube-system"));
        var trusting = terraform(
                "identity",
                identity.expand(site()).terraform().stream()
                        .map(in -> in.declaration())
                        .toArray(dev.groundplan.terraform.Declaration[]::new));
        var named = AUTOSCALER_VALUES.with("rbac.serviceAccount.name", "cluster-autoscaler");

        assertRefused(
                "[X01] `data.aws_iam_policy_document.cluster_autoscaler_trust` trusts the service account `kube-system:cluster-autoscaler`, and nothing runs as it. -> did you mean `kube-system:aws-cluster-autoscaler`? Take the name from one place: identity.serviceAccount()",
                trusting,
                autoscaler("aws-cluster-autoscaler", AUTOSCALER_VALUES));
        assertAccepted(trusting, autoscaler("aws-cluster-autoscaler", named));
    }

    @Test
    void a_role_that_no_workload_takes_on_is_refused() {
        var namespace = CLUSTER.namespace("shop");
        var identity = workloadIdentity("orders", namespace);
        var plain = workload("shop", image("ghcr.io/acme/shop:1.0.0"), namespace);

        assertRefused(
                "[X01] `data.aws_iam_policy_document.orders_trust` trusts the service account `shop:orders`, and nothing runs as it. -> run something as it, as in workload.withIdentity(…), or leave the identity out",
                namespace,
                identity,
                workload("web", image("ghcr.io/acme/shop:1.0.0"), namespace));
        assertAccepted(namespace, identity, plain.withIdentity(identity));
    }

    @Test
    void a_region_of_somewhere_else_is_refused() {
        assertRefused(
                "[X05] The HelmRelease `kube-system/autoscaler` is told the region `us-east-1` in the value `awsRegion`, and the platform stands in `eu-west-2`. -> write `eu-west-2`, or leave it to the part that knows it: site.region()",
                autoscaler("autoscaler", AUTOSCALER_VALUES.with("awsRegion", "us-east-1")));
        assertRefused(
                "[X05] The Pod `shop/reader` is told the region `us-east-1` in env `AWS_REGION`, and the platform stands in `eu-west-2`. -> write `eu-west-2`, or leave it to the part that knows it: site.region()",
                objects("reader", pod("us-east-1")));
        assertAccepted(autoscaler("autoscaler", AUTOSCALER_VALUES), objects("reader", pod("eu-west-2")));
    }

    @Test
    void node_groups_that_are_said_twice_are_refused() {
        var groups = AUTOSCALER_VALUES.withMaps(
                "autoscalingGroups",
                chartValues().with("name", "general").with("minSize", 2).with("maxSize", 10));

        assertRefused(
                "[X06] The HelmRelease `kube-system/autoscaler` is told node groups and their sizes by the value `autoscalingGroups`: they change with the groups, and this does not. -> let it find the groups by their tags: set `autoDiscovery.clusterName`, as clusterAutoscaler(cluster) does",
                autoscaler("autoscaler", groups));
        assertAccepted(autoscaler("autoscaler", AUTOSCALER_VALUES.withMaps("autoscalingGroups")));
    }

    @Test
    void a_cluster_of_another_name_is_refused() {
        assertRefused(
                "[X08] The HelmRelease `kube-system/autoscaler` is told the cluster `shop` in the value `autoDiscovery.clusterName`, and the platform has `shop-staging`. -> take the name from the cluster, as in cluster.name(site): `shop-staging`",
                autoscaler("autoscaler", AUTOSCALER_VALUES.with("autoDiscovery.clusterName", "shop")));
    }

    @Test
    void a_chart_for_another_kubernetes_is_refused() {
        var older = eksCluster("shop", kubernetes("1.35"), NETWORK.privateSubnets())
                .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));

        assertThat(foundOn(older, externalSecrets(older)))
                .containsExactly(
                        "[X13] The HelmRelease `external-secrets/external-secrets` installs the chart external-secrets 2.9.0, which is made for Kubernetes 1.36 only, and the cluster has 1.35. -> choose a chart for 1.35, or another version for the cluster");
        assertThat(foundOn(older, clusterAutoscaler(older))).isEmpty();
    }

    @Test
    void an_image_of_another_minor_version_is_refused() {
        assertRefused(
                "[X13] The HelmRelease `kube-system/autoscaler` runs the image `v1.35.2`, which must have the minor version of the cluster, 1.36. -> set the value `image.tag` to a tag of 1.36, as clusterAutoscaler(cluster) does",
                autoscaler("autoscaler", AUTOSCALER_VALUES.with("image.tag", "v1.35.2")));
    }

    @Test
    void a_version_that_nobody_serves_is_refused() {
        assertRefused(
                "[X14] The SecretStore `shop/aws` is of `external-secrets.io/v1beta1`, and the installed chart serves `v1`, `v1alpha1` of this group. -> write it in a version that is served",
                externalSecrets(CLUSTER),
                objects("store", generic("external-secrets.io/v1beta1", "SecretStore")));
        assertAccepted(
                externalSecrets(CLUSTER), objects("pushed", generic("external-secrets.io/v1alpha1", "PushSecret")));
    }

    @Test
    void an_annotation_that_nobody_reads_is_refused() {
        var dns = helmRelease(
                        "external-dns",
                        chart("external-dns", repository("https://kubernetes-sigs.github.io/external-dns/"), "1.21.1"),
                        CLUSTER.namespace("external-dns"))
                .withValues(chartValues()
                        .with("txtOwnerId", "shop-staging")
                        .withMaps(
                                "env",
                                chartValues().with("name", "AWS_DEFAULT_REGION").with("value", "eu-west-2")));
        var annotated = objects("annotated", service("external-dns.kubernetes.io/hostname"));

        assertRefused(
                "[X17] The Service `shop/web` has the annotation `external-dns.kubernetes.io/hostname`, and the external-dns of the platform reads those that begin with `external-dns.alpha.kubernetes.io/`. -> write `external-dns.alpha.kubernetes.io/hostname`, or leave it out: hosts are taken from the Ingress",
                dns,
                annotated);
        assertAccepted(dns, objects("annotated", service("external-dns.alpha.kubernetes.io/hostname")));
        assertAccepted(
                dns.withValues(chartValues().with("annotationPrefix", "external-dns.kubernetes.io/")), annotated);
    }

    @Test
    void a_controller_that_must_guess_where_it_runs_is_refused() {
        assertRefused(
                "[X20] The HelmRelease `kube-system/aws-load-balancer-controller` is not told where it runs, and its pods can't ask: the instance's metadata ends at the node. -> set the value `vpcId` or `vpcTags`",
                loadBalancerController(CLUSTER).withValues(chartValues().with("vpcId", "")));
        assertRefused(
                "[X20] The HelmRelease `kube-system/autoscaler` is not told where it runs, and its pods can't ask: the instance's metadata ends at the node. -> set the value `awsRegion`",
                autoscaler("autoscaler", AUTOSCALER_VALUES.with("awsRegion", "")));
        assertAccepted(loadBalancerController(CLUSTER)
                .withValues(chartValues().with("vpcId", "").with("vpcTags.Name", "shop-staging")));
    }

    @Test
    void two_owners_of_one_component_are_refused() {
        var both = CLUSTER.withAddon(addon("metrics-server"));

        assertThat(foundOn(both, metricsServer(both)))
                .containsExactly(
                        "[X22] The HelmRelease `kube-system/metrics-server` installs `metrics-server`, and so does an add-on of EKS. -> leave out the release, or .withAddon(addon(\"metrics-server\")) of the cluster");
        assertThat(foundOn(both)).isEmpty();
    }

    @Test
    void pods_that_get_no_node_are_refused() {
        var raised = chartValues().with("extraArgs.expendable-pods-priority-cutoff", -5);

        assertRefused(
                "[X28] The Deployment `overprovisioning/overprovisioning` has the priority -10 (`overprovisioning`), and below -5 the cluster autoscaler adds no node. -> raise the priority to -5, or lower the value `extraArgs.expendable-pods-priority-cutoff` of the autoscaler",
                clusterAutoscaler(CLUSTER).withValues(raised),
                overprovisioning(CLUSTER, 2));
        assertAccepted(clusterAutoscaler(CLUSTER), overprovisioning(CLUSTER, 2), priorityClass("unused", -20));
    }

    private static HelmRelease autoscaler(String name, ChartValues values) {
        return helmRelease(name, AUTOSCALER, CLUSTER.namespace("kube-system")).withValues(values);
    }

    private static dev.groundplan.kubernetes.flux.HelmRelease loadBalancers() {
        return loadBalancerController(CLUSTER).expand(site()).kubernetes().stream()
                .map(in -> in.object())
                .filter(dev.groundplan.kubernetes.flux.HelmRelease.class::isInstance)
                .map(dev.groundplan.kubernetes.flux.HelmRelease.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static HasMetadata repositoryOf(HasMetadata release) {
        return new HelmRepositoryBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withName(release.getMetadata().getName())
                        .withNamespace(release.getMetadata().getNamespace())
                        .build())
                .withNewSpec()
                .withUrl("https://aws.github.io/eks-charts")
                .endSpec()
                .build();
    }

    private static HasMetadata source() {
        return new HelmRepositoryBuilder()
                .withNewMetadata()
                .withName("podinfo")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withUrl("https://charts.example.com")
                .endSpec()
                .build();
    }

    private static HasMetadata release(String version) {
        return new HelmReleaseBuilder()
                .withNewMetadata()
                .withName("podinfo")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withChart(new ChartBuilder()
                        .withNewSpec()
                        .withChart("podinfo")
                        .withVersion(version)
                        .withNewSourceRef()
                        .withKind(SourceRef.Kind.HELMREPOSITORY)
                        .withName("podinfo")
                        .endSourceRef()
                        .endSpec()
                        .build())
                .endSpec()
                .build();
    }

    private static HasMetadata pod(String region) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("reader")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withContainers(new ContainerBuilder()
                        .withName("reader")
                        .addNewEnv()
                        .withName("AWS_REGION")
                        .withValue(region)
                        .endEnv()
                        .build())
                .endSpec()
                .build();
    }

    private static HasMetadata generic(String apiVersion, String kind) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withName("aws").withNamespace("shop").build());
        return object;
    }

    private static HasMetadata service(String annotation) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("shop")
                .addToAnnotations(annotation, "shop.example.com")
                .endMetadata()
                .build();
    }

    private static dev.groundplan.describe.Site site() {
        return platform("shop", environment("staging", account("111122223333"), region("eu-west-2")))
                .site();
    }

    private static void assertRefused(String problem, Part... parts) {
        assertThat(found(parts)).containsExactly(problem);
    }

    private static void assertAccepted(Part... parts) {
        assertThat(found(parts)).isEmpty();
    }

    private static List<String> found(Part... parts) {
        return foundOn(CLUSTER, parts);
    }

    private static List<String> foundOn(EksCluster cluster, Part... parts) {
        var described = platform("shop", environment("staging", account("111122223333"), region("eu-west-2")))
                .with(NETWORK, cluster)
                .with(Stream.of(parts).toList());
        return Checks.all().find(Expansion.expand(described)).stream()
                .filter(problem -> OF_CHARTS.contains(problem.id()))
                .map(problem -> "[%s] %s -> %s".formatted(problem.id(), problem.what(), problem.mend()))
                .toList();
    }
}
