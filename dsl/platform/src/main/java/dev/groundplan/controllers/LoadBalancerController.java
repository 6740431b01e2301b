package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.Capability;
import java.util.ArrayList;
import java.util.List;

/**
 * The AWS load balancer controller: an application load balancer for each Ingress of the class {@code alb}, straight to the
 * pods.
 *
 * <p>Renders to a {@code HelmRelease} in {@code kube-system} and a role that only its service account may take on, whose rights
 * reach what carries the tag of this cluster. Two of it run, one at a time is taken away. It is told its region and its VPC,
 * since pods don't reach the instance's metadata.
 *
 * <p>Its webhook for Services is off: with it, no Service could be made while the controller is down. The one for pods, which
 * adds readiness gates in namespaces that ask for them, is on and must be answered.
 *
 * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/">AWS load balancer controller</a>
 */
public final class LoadBalancerController extends Controller {

    private static final String NAME = "aws-load-balancer-controller";
    private static final String VERSION = "3.5.0";
    private static final String INGRESS_CLASS = "alb";

    private List<LoadBalancerFeature> features = List.of();

    private LoadBalancerController(EksCluster cluster) {
        super(NAME, cluster);
    }

    private LoadBalancerController(LoadBalancerController controller) {
        super(controller);
        features = controller.features;
    }

    /** Returns the controller of this cluster, without further features. */
    public static LoadBalancerController loadBalancerController(EksCluster cluster) {
        return new LoadBalancerController(cluster);
    }

    /** Returns this controller with more that it does, and may do in AWS. */
    public LoadBalancerController withFeatures(LoadBalancerFeature... more) {
        var copy = new LoadBalancerController(this);
        var all = new ArrayList<>(features);
        all.addAll(List.of(more));
        copy.features = List.copyOf(all);
        return copy;
    }

    /** Returns this controller with further values of its chart; of two for one key this one counts. */
    public LoadBalancerController withValues(ChartValues more) {
        var copy = new LoadBalancerController(this);
        copy.values = values.and(more);
        return copy;
    }

    /** Returns the class that Ingresses name to be served by it: {@code alb}. */
    public String ingressClass() {
        return INGRESS_CLASS;
    }

    @Override
    public Elements expand(Site site) {
        return identity(site).elements(site).and(super.expand(site)).with(vpcId());
    }

    @Override
    HelmRelease release(Site site) {
        return release(chart("https://aws.github.io/eks-charts", VERSION), namespace())
                .offering(Capability.ingressClass(INGRESS_CLASS))
                .withValues(values(site))
                .withValues(identity(site).serviceAccount(site, "serviceAccount"));
    }

    private ControllerIdentity identity(Site site) {
        var rights = Rights.of(NAME, VERSION)
                .withFeatures(features.stream().map(LoadBalancerFeature::key).toList())
                .with("cluster", cluster.name(site))
                .with("partition", site.region().partition());
        return ControllerIdentity.of(NAME, namespace(), rights);
    }

    private Namespace namespace() {
        return cluster.namespace("kube-system");
    }

    private ChartValues values(Site site) {
        return chartValues()
                .with("clusterName", cluster.name(site))
                .with("region", site.region().code())
                .with("vpcId", vpcId().reference())
                .with("replicaCount", 2)
                .with("podDisruptionBudget.maxUnavailable", 1)
                .with("resources", Resources.of("100m", "256Mi"))
                .with("defaultTargetType", "ip")
                .with("ingressClass", INGRESS_CLASS)
                .with("createIngressClassResource", true)
                .with("enableServiceMutatorWebhook", false)
                .with("podMutatorWebhookConfig.failurePolicy", "Fail")
                .with("enableShield", features.contains(LoadBalancerFeature.SHIELD))
                .with("enableWaf", features.contains(LoadBalancerFeature.WAF_CLASSIC))
                .with("enableWafv2", features.contains(LoadBalancerFeature.WAF))
                .with("defaultTags.Environment", site.environment().toString())
                .with("defaultTags.Platform", site.platform().text());
    }

    private ClusterVariable vpcId() {
        var vpc = cluster.vpc();
        return new ClusterVariable(vpc.id().name().identifier() + "_vpc_id", vpc.vpcId());
    }
}
