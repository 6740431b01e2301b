package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;

import dev.groundplan.charts.Chart;
import dev.groundplan.charts.ChartRepository;
import dev.groundplan.charts.ChartValues;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import java.util.List;

/**
 * The cluster autoscaler: it adds a node when pods wait for room, and takes nodes away that few pods use.
 *
 * <p>Renders to a {@code HelmRelease} in {@code kube-system} and a role that may change the size of this cluster's node groups
 * alone. It finds the groups and their limits by the tags that EKS gives them, so nothing is said twice. Its image has the
 * minor version of the cluster, whose scheduler it imitates.
 *
 * <p>For pods whose priority is below -10 it adds no node; those of {@link Overprovisioning} have -10.
 *
 * @see <a href="https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md">cluster
 *     autoscaler on AWS</a>
 */
public final class ClusterAutoscaler implements Part {

    /** Below it no node is added for a pod; {@link Overprovisioning} stands exactly on it. */
    static final int PRIORITY_CUTOFF = -10;

    private static final String NAME = "cluster-autoscaler";
    private static final String VERSION = "9.59.0";

    private final SourceLine line;
    private final PartReference toCluster;
    private final EksCluster cluster;
    private final AutoscalerImage image;
    private ChartValues values = chartValues();

    private ClusterAutoscaler(SourceLine line, PartReference toCluster, EksCluster cluster, AutoscalerImage image) {
        this.line = line;
        this.toCluster = toCluster;
        this.cluster = cluster;
        this.image = image;
    }

    /**
     * Returns the autoscaler of this cluster.
     *
     * @throws IllegalArgumentException if no image for the cluster's version of Kubernetes is known
     */
    public static ClusterAutoscaler clusterAutoscaler(EksCluster cluster) {
        var image = AutoscalerImage.of(cluster.kubernetes());
        return new ClusterAutoscaler(SourceLine.here(), PartReference.to(cluster, "cluster"), cluster, image);
    }

    /** Returns this autoscaler with further values of its chart; of two for one key this one counts. */
    public ClusterAutoscaler withValues(ChartValues more) {
        var copy = new ClusterAutoscaler(line, toCluster, cluster, image);
        copy.values = values.and(more);
        return copy;
    }

    @Override
    public PartId id() {
        return PartId.of("controller", NAME);
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(toCluster);
    }

    @Override
    public Elements expand(Site site) {
        var rights = Rights.of(NAME, image.minor()).with("cluster", cluster.name(site));
        var identity = ControllerIdentity.of(NAME, namespace(), rights);
        var repository = ChartRepository.repository("https://kubernetes.github.io/autoscaler");
        return identity.elements(site)
                .and(helmRelease(NAME, Chart.chart(NAME, repository, VERSION), namespace())
                        .withValues(values(site))
                        .withValues(identity.serviceAccount(site, "rbac.serviceAccount"))
                        .withValues(values)
                        .expand(site));
    }

    private Namespace namespace() {
        return cluster.namespace("kube-system");
    }

    private ChartValues values(Site site) {
        return chartValues()
                .with("cloudProvider", "aws")
                .with("awsRegion", site.region().code())
                .with("autoDiscovery.clusterName", cluster.name(site))
                .with("image.tag", image.tag())
                .with("replicaCount", 2)
                .with("priorityClassName", "system-cluster-critical")
                .with("podDisruptionBudget.maxUnavailable", 1)
                .with("resources", Resources.of("100m", "600Mi"))
                .with("extraArgs.balance-similar-node-groups", true)
                .with("extraArgs.expander", "least-waste")
                .with("extraArgs.expendable-pods-priority-cutoff", PRIORITY_CUTOFF)
                .with("extraArgs.skip-nodes-with-system-pods", false);
    }
}
