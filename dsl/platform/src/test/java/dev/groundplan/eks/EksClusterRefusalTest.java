package dev.groundplan.eks;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.Addon.addon;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.values.Cidr;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class EksClusterRefusalTest {

    private static final NodeGroup NODES = nodeGroup("general", "m7g.large", between(3, 10));
    private static final EksCluster CLUSTER = cluster("10.0.0.0/16");

    @Test
    void a_version_with_a_patch_is_refused() {
        assertRefused(
                () -> kubernetes("1.36.2"),
                "`1.36.2` is no version of Kubernetes that EKS has: write major and minor, as in kubernetes(\"1.36\").");
    }

    @Test
    void a_version_of_something_else_is_refused() {
        assertRefused(
                () -> eksCluster("faceit", version("17.5"), CLUSTER.subnets()),
                "`17.5` is no version of Kubernetes that EKS has: write major and minor, as in kubernetes(\"1.36\").");
    }

    @Test
    void a_version_that_is_no_longer_supported_is_refused() {
        assertRefused(
                () -> kubernetes("1.30"),
                "EKS no longer runs Kubernetes 1.30: choose 1.31 or newer, as in kubernetes(\"1.36\").");
    }

    @Test
    void a_cluster_without_nodes_is_refused() {
        assertRefused(
                () -> CLUSTER.expand(STAGING),
                "The cluster `faceit` has no nodes: give it some, as in"
                        + " .withNodeGroup(nodeGroup(\"general\", \"m7g.large\", between(3, 10))).");
    }

    @Test
    void a_cluster_whose_nodes_may_all_be_gone_or_closed_is_refused() {
        var cluster = CLUSTER.withNodeGroup(nodeGroup("spare", "m7g.large", between(0, 10)))
                .withNodeGroup(nodeGroup("gpu", "g5.xlarge", between(1, 2)).withTaint("gpu", TaintEffect.NO_SCHEDULE));

        assertRefused(
                () -> cluster.expand(STAGING),
                "No node group of the cluster `faceit` always has a node that takes any pod, and coredns would never start:"
                        + " give it a group without taints of at least one node, as in"
                        + " .withNodeGroup(nodeGroup(\"general\", \"m7g.large\", between(3, 10))).");
    }

    @Test
    void two_node_groups_of_one_name_are_refused() {
        assertRefused(
                () -> CLUSTER.withNodeGroup(NODES).withNodeGroup(nodeGroup("general", "c7g.large", between(1, 2))),
                "The cluster `faceit` has a node group `general` already: give each node group its own name.");
    }

    @Test
    void an_endpoint_open_to_everybody_is_refused() {
        assertRefused(
                () -> CLUSTER.withPublicEndpointFor(cidr("0.0.0.0/0")),
                "`0.0.0.0/0` opens the cluster's endpoint to 4294967296 addresses of strangers: name the blocks of your"
                        + " offices and pipelines, of /8 or longer, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).");
    }

    @Test
    void a_public_endpoint_for_private_addresses_is_refused() {
        assertRefused(
                () -> CLUSTER.withPublicEndpointFor(cidr("203.0.113.0/24"), cidr("10.0.0.0/16")),
                "`10.0.0.0/16` has private addresses, which never reach a public endpoint: name the addresses that your"
                        + " offices and pipelines have in the Internet, as in"
                        + " .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).");
    }

    @Test
    void a_public_endpoint_for_nobody_is_refused() {
        assertRefused(
                CLUSTER::withPublicEndpointFor,
                "The cluster's endpoint can be opened to 1 to 40 blocks of addresses, and 0 are named: name those of your"
                        + " offices and pipelines, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).");
    }

    @Test
    void a_public_endpoint_for_more_blocks_than_eks_takes_is_refused() {
        var blocks = Collections.nCopies(41, cidr("203.0.113.0/24")).toArray(Cidr[]::new);

        assertRefused(
                () -> CLUSTER.withPublicEndpointFor(blocks),
                "The cluster's endpoint can be opened to 1 to 40 blocks of addresses, and 41 are named: name those of your"
                        + " offices and pipelines, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).");
    }

    @Test
    void a_time_for_logs_that_cloudwatch_does_not_offer_is_refused() {
        assertRefused(
                () -> CLUSTER.withControlPlaneLogs(days(0)),
                "CloudWatch can't keep logs for 0 days: choose one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400,"
                        + " 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, as in .withControlPlaneLogs(days(90)).");
    }

    @Test
    void a_block_for_services_out_of_range_is_refused() {
        for (var block : new String[] {"10.0.0.0/11", "172.20.0.0/25", "100.64.0.0/16", "8.8.0.0/16"}) {
            assertRefused(
                    () -> CLUSTER.withServiceCidr(cidr(block)),
                    "`" + block
                            + "` is no block for Services: choose one from /12 to /24 in 10.0.0.0/8, 172.16.0.0/12 or"
                            + " 192.168.0.0/16, as in .withServiceCidr(cidr(\"172.20.0.0/16\")).");
        }
    }

    @Test
    void services_with_addresses_of_the_network_are_refused() {
        assertRefused(
                () -> CLUSTER.withServiceCidr(cidr("10.0.16.0/20")),
                "The cluster's Services would have `10.0.16.0/20`, and these are addresses of the vpc `faceit`, which has"
                        + " `10.0.0.0/16`: choose another block, as in .withServiceCidr(cidr(\"172.20.0.0/16\")).");
    }

    @Test
    void services_that_nobody_gave_other_addresses_are_refused_in_a_network_that_has_theirs() {
        assertRefused(
                () -> cluster("172.20.0.0/18").withNodeGroup(NODES).expand(STAGING),
                "The cluster's Services would have `172.20.0.0/16`, and these are addresses of the vpc `faceit`, which has"
                        + " `172.20.0.0/18`: choose another block, as in .withServiceCidr(cidr(\"10.100.0.0/16\")).");
    }

    @Test
    void the_same_access_twice_is_refused() {
        var cluster =
                CLUSTER.withAccess(iamRole("developers"), ClusterAccess.edit().inNamespaces("test"));

        assertRefused(
                () -> cluster.withAccess(
                        iamRole("developers"), ClusterAccess.edit().inNamespaces("preview")),
                "The role `developers` has the access `edit` to the cluster already: leave one out, or name all namespaces in"
                        + " one, as in ClusterAccess.view().inNamespaces(\"test\", \"preview-*\").");
    }

    @Test
    void access_in_no_namespace_is_refused() {
        assertRefused(
                () -> ClusterAccess.view().inNamespaces(),
                "inNamespaces() names no namespace: name one, as in .inNamespaces(\"test\"), or leave the call out.");
    }

    @Test
    void access_in_what_is_no_namespace_is_refused() {
        assertRefused(
                () -> ClusterAccess.view().inNamespaces("test", "*-preview"),
                "`*-preview` is no name of a namespace: write at most 63 lower-case letters, digits and hyphens, with `*` at"
                        + " the end for any ending, as in .inNamespaces(\"test\", \"preview-*\").");
    }

    @Test
    void an_arn_where_a_role_name_belongs_is_refused() {
        assertRefused(
                () -> iamRole("arn:aws:iam::111122223333:role/admins"),
                "`arn:aws:iam::111122223333:role/admins` is no name of an IAM role: write at most 64 letters, digits and"
                        + " `_+=,.@-`, with the path before it if it has one, as in iamRole(\"platform-admins\"); for an ARN,"
                        + " iamRole(\"platform-admins\", text(\"arn:…\")).");
    }

    @Test
    void an_add_on_that_the_cluster_has_is_refused() {
        assertRefused(
                () -> CLUSTER.withAddon(addon("coredns")),
                "The cluster has the add-on `coredns` already: say its version by .withAddonVersion(\"coredns\", …) and its"
                        + " configuration by .withAddonConfiguration(\"coredns\", …).");
    }

    @Test
    void a_version_for_an_add_on_that_the_cluster_lacks_is_refused() {
        assertRefused(
                () -> CLUSTER.withAddonVersion("core-dns", "v1.12.3-eksbuild.1"),
                "The cluster has no add-on `core-dns`, it has `vpc-cni`, `kube-proxy`, `eks-pod-identity-agent`, `coredns`:"
                        + " add it by .withAddon(addon(\"core-dns\")).");
    }

    @Test
    void a_version_that_no_add_on_has_is_refused() {
        assertRefused(
                () -> CLUSTER.withAddonVersion("coredns", "1.12.3"),
                "`1.12.3` is no version of an add-on: write `v`, three numbers and EKS's build, as in"
                        + " \"v1.20.4-eksbuild.2\"; `aws eks describe-addon-versions --addon-name coredns` lists them.");
    }

    @Test
    void a_name_that_no_add_on_has_is_refused() {
        assertRefused(
                () -> addon("aws ebs"),
                "`aws ebs` is no name of an add-on: write letters, digits, `-` and `_`, as in addon(\"aws-ebs-csi-driver\").");
    }

    @Test
    void rights_of_what_is_no_service_account_are_refused() {
        assertRefused(
                () -> addon("aws-ebs-csi-driver").withRights("kube-system:ebs", "AmazonEKS_CNI_Policy"),
                "`kube-system:ebs` is no name of a service account: write lower-case letters, digits, `-` and `.`, as in"
                        + " .withRights(\"ebs-csi-controller-sa\", …).");
    }

    @Test
    void rights_by_the_arn_of_a_policy_are_refused() {
        assertRefused(
                () -> addon("aws-ebs-csi-driver")
                        .withRights("ebs-csi-controller-sa", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"),
                "`arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy` is no managed policy of AWS: write its name, with its path"
                        + " before it if it has one, as in \"service-role/AmazonEBSCSIDriverPolicy\".");
    }

    private static EksCluster cluster(String block) {
        var network = vpc("faceit", cidr(block), zones("eu-west-2a", "eu-west-2b"));
        return eksCluster("faceit", kubernetes("1.36"), network.privateSubnets());
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
