package dev.groundplan.eks;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.Addon.addon;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.Rendered;
import dev.groundplan.network.NatGateways;
import dev.groundplan.network.Vpc;
import org.junit.jupiter.api.Test;

final class EksClusterTest {

    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));

    private static final EksCluster CLUSTER = eksCluster("faceit", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(3, 10)));

    private static final EksCluster CLUSTER_WITH_EVERY_OPTION = eksCluster(
                    "batch", kubernetes("1.35"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 10)))
            .withNodeGroup(nodeGroup("spot", "c7g.xlarge", between(0, 20)).withSpot())
            .withAdministrator(iamRole("platform-admins"))
            .withAccess(iamRole("developers"), ClusterAccess.view())
            .withAccess(iamRole("developers"), ClusterAccess.edit().inNamespaces("test", "preview-*"))
            .withAccess(iamRole("auditors", text("arn:aws:iam::999900001111:role/Auditors")), ClusterAccess.adminView())
            .withPublicEndpointFor(cidr("203.0.113.0/24"), cidr("198.51.100.7/32"))
            .withControlPlaneLogs(days(365), ControlPlaneLog.AUTHENTICATOR, ControlPlaneLog.AUDIT)
            .withServiceCidr(cidr("172.16.0.0/20"))
            .withAddon(addon("aws-ebs-csi-driver")
                    .withRights("ebs-csi-controller-sa", "service-role/AmazonEBSCSIDriverPolicy"))
            .withAddonVersion("coredns", "v1.12.3-eksbuild.1")
            .withAddonConfiguration("vpc-cni", text("{\"enableNetworkPolicy\":\"true\",\"env\":{\"A\":\"${b}\"}}"))
            .withExtendedSupport();

    @Test
    void a_cluster_without_options_is_closed_encrypted_and_logged() {
        assertText(Rendered.on(STAGING, CLUSTER).text(), "cluster-staging.tf.json");
    }

    @Test
    void a_cluster_with_every_option_renders_each_of_them() {
        assertText(Rendered.on(PRODUCTION, CLUSTER_WITH_EVERY_OPTION).text(), "cluster-with-every-option.tf.json");
    }

    @Test
    void every_reference_of_a_cluster_leads_to_an_element_of_it_or_of_its_network() {
        assertThat(Rendered.on(STAGING, NETWORK, CLUSTER).problems()).isEmpty();
        assertThat(Rendered.on(PRODUCTION, NETWORK, CLUSTER, CLUSTER_WITH_EVERY_OPTION)
                        .problems())
                .isEmpty();
    }

    @Test
    void a_cluster_in_a_network_without_a_way_out_waits_for_no_route() {
        var closed = NETWORK.withNatGateways(NatGateways.NONE);
        var cluster = eksCluster("faceit", kubernetes("1.36"), closed.privateSubnets())
                .withNodeGroup(nodeGroup("general", "m7g.large", between(3, 10)));

        assertThat(Rendered.on(STAGING, closed, cluster).problems()).isEmpty();
    }

    @Test
    void other_parts_refer_to_what_a_cluster_is_known_by() {
        assertThat(CLUSTER.kubernetes()).hasToString("1.36");
        assertThat(CLUSTER.name(STAGING)).isEqualTo("faceit-staging");
        assertThat(CLUSTER_WITH_EVERY_OPTION.name(STAGING)).isEqualTo("faceit-staging-batch");
        assertThat(CLUSTER.vpc()).isSameAs(NETWORK);
        assertThat(CLUSTER.namespace("test").cluster()).isSameAs(CLUSTER);
        assertThat(CLUSTER.issuerHost())
                .hasToString("trimprefix(aws_eks_cluster.faceit.identity[0].oidc[0].issuer, \"https://\")");
        assertThat(CLUSTER.oidcProviderArn()).hasToString("aws_iam_openid_connect_provider.faceit.arn");
        assertThat(CLUSTER.securityGroupId())
                .hasToString("aws_eks_cluster.faceit.vpc_config[0].cluster_security_group_id");
    }

    @Test
    void a_cluster_refers_to_its_network_on_the_line_that_names_the_subnets() {
        var reference = CLUSTER.references().getFirst();

        assertThat(CLUSTER.references()).hasSize(1);
        assertThat(reference.to()).isSameAs(NETWORK);
        assertThat(reference.as()).isEqualTo("private subnets");
        assertThat(reference.line().file()).isEqualTo("EksClusterTest.java");
    }

    @Test
    void options_leave_the_cluster_that_they_are_called_on_as_it_is() {
        var before = Rendered.on(STAGING, CLUSTER).text();

        assertThat(Rendered.on(STAGING, CLUSTER.withExtendedSupport().withPublicEndpointFor(cidr("203.0.113.0/24")))
                        .text())
                .isNotEqualTo(before);
        assertThat(Rendered.on(STAGING, CLUSTER).text()).isEqualTo(before);
    }
}
