package dev.groundplan.eks;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.Rendered;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

final class NodeGroupTest {

    private static final NodeGroup GENERAL = nodeGroup("general", "m7g.large", between(3, 10));

    private static final NodeGroup BATCH = nodeGroup("batch", "m7i.xlarge", between(0, 20))
            .withSpot()
            .withMoreInstanceTypes("m6i.xlarge", "m7i-flex.xlarge")
            .withDisk(gibibytes(200))
            .withLabel("example.com/team", "data")
            .withLabel("node.kubernetes.io/pool", "batch")
            .withTaint("example.com/batch", "only", TaintEffect.NO_EXECUTE)
            .withTaint("spot", TaintEffect.PREFER_NO_SCHEDULE);

    @Test
    void nodes_render_to_a_group_and_a_template() {
        var network = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
        var cluster = eksCluster("faceit", kubernetes("1.36"), network.privateSubnets())
                .withNodeGroup(GENERAL)
                .withNodeGroup(BATCH);

        assertText(
                Rendered.on(STAGING, cluster)
                        .only("aws_eks_node_group", "aws_launch_template")
                        .text(),
                "node-groups.tf.json");
    }

    @Test
    void the_instance_type_chooses_the_image() {
        var images = new LinkedHashMap<String, String>();
        images.put("m7g.large", "AL2023_ARM_64_STANDARD");
        images.put("c7gn.16xlarge", "AL2023_ARM_64_STANDARD");
        images.put("a1.medium", "AL2023_ARM_64_STANDARD");
        images.put("im4gn.xlarge", "AL2023_ARM_64_STANDARD");
        images.put("is4gen.large", "AL2023_ARM_64_STANDARD");
        images.put("m7i.large", "AL2023_x86_64_STANDARD");
        images.put("m7i-flex.large", "AL2023_x86_64_STANDARD");
        images.put("t3a.nano", "AL2023_x86_64_STANDARD");
        images.put("u-6tb1.metal", "AL2023_x86_64_STANDARD");
        images.put("c5.metal", "AL2023_x86_64_STANDARD");
        images.put("m7i.metal-24xl", "AL2023_x86_64_STANDARD");
        images.put("g5.xlarge", "AL2023_x86_64_NVIDIA");
        images.put("g5g.xlarge", "AL2023_ARM_64_NVIDIA");
        images.put("g4dn.xlarge", "AL2023_x86_64_NVIDIA");
        images.put("gr6.4xlarge", "AL2023_x86_64_NVIDIA");
        images.put("p5.48xlarge", "AL2023_x86_64_NVIDIA");
        images.put("p6e-gb200.36xlarge", "AL2023_ARM_64_NVIDIA");
        images.put("inf2.xlarge", "AL2023_x86_64_NEURON");
        images.put("trn1n.32xlarge", "AL2023_x86_64_NEURON");

        assertThat(images)
                .allSatisfy((type, image) -> assertThat(
                                nodeGroup("general", type, between(1, 1)).amiType())
                        .isEqualTo(image));
    }
}
