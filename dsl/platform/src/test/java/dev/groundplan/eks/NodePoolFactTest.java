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

import dev.groundplan.facts.NodePool;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePoolFactTest {

    @Test
    void cluster_states_its_nodes_as_pods_see_them() {
        var subnets = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                .privateSubnets();
        var cluster = eksCluster("faceit", kubernetes("1.36"), subnets)
                .withNodeGroup(nodeGroup("general", "m7g.large", between(3, 10)))
                .withNodeGroup(nodeGroup("spot", "m7i.xlarge", between(0, 4))
                        .withMoreInstanceTypes("m6i.xlarge")
                        .withLabel("spot", "true")
                        .withTaint("spot", "true", TaintEffect.NO_SCHEDULE));
        var labels = new LinkedHashMap<String, String>();
        labels.put("spot", "true");

        assertThat(cluster.expand(STAGING).facts(NodePool.class))
                .containsExactly(
                        new NodePool(
                                cluster.id(),
                                "general",
                                "m7g.large",
                                "arm64",
                                between(3, 10),
                                new LinkedHashMap<>(),
                                List.of()),
                        new NodePool(
                                cluster.id(),
                                "spot",
                                "m7i.xlarge",
                                "amd64",
                                between(0, 4),
                                labels,
                                List.of(new NodePool.Taint("spot", "true", "NoSchedule"))));
    }
}
