package dev.groundplan.eks;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.Rendered;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Layer;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Offer;
import dev.groundplan.kubernetes.ManifestText;
import org.junit.jupiter.api.Test;

class StorageDriverTest {

    private static final EksCluster CLUSTER = eksCluster(
                    "faceit",
                    kubernetes("1.36"),
                    vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                            .privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(3, 10)));

    @Test
    void driver_comes_after_the_nodes_with_a_role_of_its_own() {
        assertThat(Rendered.on(STAGING, CLUSTER.withStorageDriver()).text())
                .contains(
                        "\"service_account_role_arn\": \"${aws_iam_role.faceit_aws_ebs_csi_driver.arn}\"",
                        "\"arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy\"",
                        "\"system:serviceaccount:kube-system:ebs-csi-controller-sa\"")
                .containsPattern(
                        "\"aws-ebs-csi-driver\",(\\s+.*){4}\\s+\"depends_on\": \\[\\s+.*\\s+\"aws_eks_node_group.faceit_general\"");
    }

    @Test
    void claims_that_name_no_class_get_encrypted_disks_in_the_zone_of_their_pod() {
        var elements = CLUSTER.withStorageDriver().expand(STAGING);

        assertThat(elements.kubernetes()).extracting(InPlace::placement).containsExactly(Layer.CONFIGS.itself());
        assertThat(ManifestText.of(elements.kubernetes().getFirst().object())).isEqualTo("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  annotations:
                    storageclass.kubernetes.io/is-default-class: "true"
                  name: gp3
                allowVolumeExpansion: true
                parameters:
                  encrypted: "true"
                  type: gp3
                provisioner: ebs.csi.aws.com
                volumeBindingMode: WaitForFirstConsumer
                """);
        assertThat(elements.facts(Offer.class))
                .containsExactly(new Offer(Layer.CONFIGS.itself(), Capability.storageClass("gp3")));
    }

    @Test
    void cluster_without_the_driver_has_no_class() {
        assertThat(CLUSTER.expand(STAGING).kubernetes()).isEmpty();
    }

    @Test
    void driver_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLUSTER.withStorageDriver().withStorageDriver())
                .withMessageStartingWith("The cluster has the add-on `aws-ebs-csi-driver` already");
    }
}
