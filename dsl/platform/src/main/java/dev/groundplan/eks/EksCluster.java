package dev.groundplan.eks;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.facts.NodePool;
import dev.groundplan.network.Subnets;
import dev.groundplan.network.Vpc;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Days;
import dev.groundplan.values.Version;
import java.util.List;

/**
 * A Kubernetes cluster that AWS runs, with nodes of its own.
 *
 * <p>Renders to {@code aws_eks_cluster} and what it needs: the role that EKS acts in; a key that encrypts secrets and logs
 * ({@code aws_kms_key}); the log group, made before EKS makes one that never forgets; {@code aws_iam_openid_connect_provider},
 * by which AWS knows the cluster's service accounts; the add-ons {@code vpc-cni} (which has its own role and enforces network
 * policies), {@code kube-proxy} and {@code eks-pod-identity-agent} before the nodes, and {@code coredns} after them; and, for
 * all node groups, the nodes' role. States each node group ({@link NodePool}), so that what can't run on any is refused.
 *
 * <p>Who gets in is said by access entries alone: whoever creates the cluster gets no rights by that, and without
 * {@link #withAdministrator} or {@link #withAccess} nobody has any. In production the cluster can't be deleted
 * ({@code deletion_protection}).
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/clusters.html">AWS: EKS clusters</a>
 */
public final class EksCluster implements Part {

    private final PartId id;
    private final SourceLine line;
    private final Version kubernetes;
    private final Subnets subnets;
    private ClusterOptions options = ClusterOptions.DEFAULT;

    private EksCluster(PartId id, SourceLine line, Version kubernetes, Subnets subnets) {
        this.id = id;
        this.line = line;
        this.kubernetes = kubernetes;
        this.subnets = subnets;
    }

    /**
     * Returns a version of Kubernetes.
     *
     * @param version major and minor, such as {@code 1.36}; EKS chooses the patch
     * @throws IllegalArgumentException if it is something else, or older than what EKS supports
     */
    public static Version kubernetes(String version) {
        return KubernetesVersion.of(version);
    }

    /**
     * Returns a cluster without nodes; give it some by {@link #withNodeGroup}.
     *
     * @param name what it is called; renders to {@code name}, after platform and environment
     * @param kubernetes its version, see {@link #kubernetes(String)}; renders to {@code version}, which the nodes follow
     * @param subnets where its nodes and the network interfaces of its control plane stand; renders to
     *     {@code vpc_config.subnet_ids}
     * @throws IllegalArgumentException if EKS has no such version
     */
    public static EksCluster eksCluster(String name, Version kubernetes, Subnets subnets) {
        return new EksCluster(
                PartId.of("cluster", name), SourceLine.here(), KubernetesVersion.of(kubernetes.text()), subnets);
    }

    /**
     * Returns this cluster with more nodes. It needs a group that always has a node that takes any pod.
     *
     * @throws IllegalArgumentException if it has a group of this name already
     */
    public EksCluster withNodeGroup(NodeGroup group) {
        if (options.nodeGroups().stream().anyMatch(other -> other.name().equals(group.name()))) {
            throw new IllegalArgumentException(
                    "The cluster `%s` has a node group `%s` already: give each node group its own name."
                            .formatted(id.name(), group.name()));
        }
        return with(options.with(group));
    }

    /**
     * Returns this cluster with a role that may do everything in it; renders to {@code aws_eks_access_entry} and the access
     * policy {@code AmazonEKSClusterAdminPolicy}.
     *
     * @throws IllegalArgumentException if the role is administrator already
     */
    public EksCluster withAdministrator(IamRole role) {
        return withAccess(role, ClusterAccess.ADMINISTRATOR);
    }

    /**
     * Returns this cluster with a role that has rights in it; renders to {@code aws_eks_access_entry} and
     * {@code aws_eks_access_policy_association}.
     *
     * @throws IllegalArgumentException if the role has this kind of access already
     */
    public EksCluster withAccess(IamRole role, ClusterAccess rights) {
        return with(options.with(new RoleAccess(role, rights)));
    }

    /**
     * Returns this cluster with an API server that these reach through the Internet; without this call only the network
     * itself does. Renders to {@code vpc_config.public_access_cidrs}; the way inside the network stays.
     *
     * @throws IllegalArgumentException if none or more than 40 are named, or one is private or wider than /8
     */
    public EksCluster withPublicEndpointFor(Cidr... blocks) {
        return with(options.with(EndpointAccess.of(blocks)));
    }

    /**
     * Returns this cluster with other logs of its control plane; without this call all kinds for 90 days. Renders to
     * {@code enabled_cluster_log_types} and {@code aws_cloudwatch_log_group.retention_in_days}.
     *
     * @param retention one of the times that CloudWatch offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365… days
     * @param kinds what is logged; all kinds when none is named
     * @throws IllegalArgumentException if CloudWatch does not offer that time
     */
    public EksCluster withControlPlaneLogs(Days retention, ControlPlaneLog... kinds) {
        return with(options.with(ControlPlaneLogs.of(retention, kinds)));
    }

    /**
     * Returns this cluster with other addresses for its Services; without this call {@code 172.20.0.0/16}. Renders to
     * {@code kubernetes_network_config.service_ipv4_cidr}; another block means another cluster.
     *
     * @param block from /12 to /24, in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, without addresses of the network
     * @throws IllegalArgumentException if it is something else
     */
    public EksCluster withServiceCidr(Cidr block) {
        ServiceAddresses.refuseOutOfRange(block);
        ServiceAddresses.refuseOverlap(block, vpc());
        return with(options.withServices(block));
    }

    /**
     * Returns this cluster with one more add-on, installed after the nodes.
     *
     * @throws IllegalArgumentException if it has this add-on already
     */
    public EksCluster withAddon(Addon addon) {
        return with(options.with(options.addons().with(addon)));
    }

    /**
     * Returns this cluster with disks for pods that claim storage: renders to the add-on {@code aws-ebs-csi-driver}, installed
     * after the nodes with a role of its own, and to the {@code StorageClass} {@code gp3}, which claims that name no class get.
     * Its disks are encrypted, may grow, and are made in the zone of the pod that first uses them.
     *
     * @throws IllegalArgumentException if it has the add-on already
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html">AWS: EBS CSI driver</a>
     */
    public EksCluster withStorageDriver() {
        return withAddon(StorageDriver.ADDON);
    }

    /**
     * Returns this cluster with an add-on in this version; without this call EKS chooses one when it installs it.
     *
     * @param addon such as {@code coredns}
     * @param version such as {@code v1.12.3-eksbuild.1}; renders to {@code addon_version}
     * @throws IllegalArgumentException if it has no such add-on, or the version is none
     */
    public EksCluster withAddonVersion(String addon, String version) {
        return with(options.with(options.addons().withChanged(addon, changed -> changed.withVersion(version))));
    }

    /**
     * Returns this cluster with an add-on configured so, in place of its configuration before: that of {@code vpc-cni} is
     * {@code {"enableNetworkPolicy":"true"}}, without which network policies are accepted and ignored.
     *
     * @param addon such as {@code coredns}
     * @param json JSON text, literal or made by {@code jsonencode(…)}; renders to {@code configuration_values}
     * @throws IllegalArgumentException if it has no such add-on
     */
    public EksCluster withAddonConfiguration(String addon, Expression<String> json) {
        return with(options.with(options.addons().withChanged(addon, changed -> changed.withConfiguration(json))));
    }

    /**
     * Returns this cluster staying on its version of Kubernetes for another year, for six times the price; without this call
     * AWS upgrades it when standard support ends. Renders to {@code upgrade_policy.support_type = "EXTENDED"}.
     */
    public EksCluster withExtendedSupport() {
        return with(options.withExtendedSupport());
    }

    /** Returns a namespace of this cluster, a part of its own. Make it when the cluster has all its options. */
    public Namespace namespace(String name) {
        return Namespace.namespace(name, this);
    }

    /** Returns the version of Kubernetes. */
    public Version kubernetes() {
        return kubernetes;
    }

    /** Returns the network that it stands in. */
    public Vpc vpc() {
        return subnets.vpc();
    }

    /** Returns what AWS calls it on this site: platform and environment, then its name. */
    public String name(Site site) {
        return site.unique(id.name());
    }

    /** Refers to the host and path that its service accounts' tokens come from, known once Terraform has applied. */
    public Expression<String> issuerHost() {
        return elements().issuerHost();
    }

    /** Refers to the ARN of the provider by which AWS knows its service accounts. */
    public Expression<String> oidcProviderArn() {
        return elements().oidcProvider().arn();
    }

    /** Refers to the id of the security group that its control plane and all its nodes carry. */
    public Expression<String> securityGroupId() {
        return elements().securityGroupId();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(subnets.reference());
    }

    /**
     * Returns what it consists of on this site.
     *
     * @throws IllegalArgumentException if it has no nodes, none of them always takes any pod, or its Services have addresses
     *     of the network
     */
    @Override
    public Elements expand(Site site) {
        new NodeGroups(this).refuseWithoutOpenNode();
        ServiceAddresses.refuseOverlap(options.services(), vpc());
        return elements().all(site).with(pools()).and(StorageDriver.classesOf(options.addons()));
    }

    private NodePool[] pools() {
        return options.nodeGroups().stream().map(group -> group.pool(id)).toArray(NodePool[]::new);
    }

    Subnets subnets() {
        return subnets;
    }

    ClusterOptions options() {
        return options;
    }

    private ClusterElements elements() {
        return new ClusterElements(this);
    }

    private EksCluster with(ClusterOptions changed) {
        var copy = new EksCluster(id, line, kubernetes, subnets);
        copy.options = changed;
        return copy;
    }
}
