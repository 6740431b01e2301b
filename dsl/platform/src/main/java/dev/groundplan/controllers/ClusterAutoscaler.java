package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;

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
public final class ClusterAutoscaler extends Controller {

    /** Below it no node is added for a pod; {@link Overprovisioning} stands exactly on it. */
    static final int PRIORITY_CUTOFF = -10;

    private static final String NAME = "cluster-autoscaler";
    private static final String VERSION = "9.59.0";

    private final AutoscalerImage image;

    private ClusterAutoscaler(EksCluster cluster) {
        super(NAME, cluster);
        image = AutoscalerImage.of(cluster.kubernetes());
    }

    private ClusterAutoscaler(ClusterAutoscaler autoscaler) {
        super(autoscaler);
        image = autoscaler.image;
    }

    /**
     * Returns the autoscaler of this cluster.
     *
     * @throws IllegalArgumentException if no image for the cluster's version of Kubernetes is known
     */
    public static ClusterAutoscaler clusterAutoscaler(EksCluster cluster) {
        return new ClusterAutoscaler(cluster);
    }

    /** Returns this autoscaler with further values of its chart; of two for one key this one counts. */
    public ClusterAutoscaler withValues(ChartValues more) {
        var copy = new ClusterAutoscaler(this);
        copy.values = values.and(more);
        return copy;
    }

    @Override
    public Elements expand(Site site) {
        return identity(site).elements(site).and(super.expand(site));
    }

    @Override
    HelmRelease release(Site site) {
        return release(chart("https://kubernetes.github.io/autoscaler", VERSION), namespace())
                .withValues(values(site))
                .withValues(identity(site).serviceAccount(site, "rbac.serviceAccount"));
    }

    private ControllerIdentity identity(Site site) {
        var rights = Rights.of(NAME, image.minor()).with("cluster", cluster.name(site));
        return ControllerIdentity.of(NAME, namespace(), rights);
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
