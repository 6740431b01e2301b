package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.aws.AwsEksNodeGroup;
import dev.groundplan.terraform.aws.AwsEksNodeGroup.LaunchTemplate;
import dev.groundplan.terraform.aws.AwsEksNodeGroup.NodeRepairConfig;
import dev.groundplan.terraform.aws.AwsEksNodeGroup.ScalingConfig;
import dev.groundplan.terraform.aws.AwsEksNodeGroup.Taint;
import dev.groundplan.terraform.aws.AwsEksNodeGroup.UpdateConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The nodes of a cluster: the role that all of them have, and each group with its template. */
final class NodeGroups {

    private static final long PERCENT_REPLACED_AT_A_TIME = 33;

    private final EksCluster cluster;

    NodeGroups(EksCluster cluster) {
        this.cluster = cluster;
    }

    void refuseWithoutOpenNode() {
        var name = cluster.id().name();
        if (cluster.options().nodeGroups().isEmpty()) {
            throw new IllegalArgumentException(("The cluster `%s` has no nodes: give it some, as in"
                            + " .withNodeGroup(nodeGroup(\"general\", \"m7g.large\", between(3, 10))).")
                    .formatted(name));
        }
        if (cluster.options().nodeGroups().stream().noneMatch(NodeGroup::isAlwaysOpen)) {
            throw new IllegalArgumentException(
                    ("No node group of the cluster `%s` always has a node that takes any pod, and coredns would never start:"
                                    + " give it a group without taints of at least one node, as in"
                                    + " .withNodeGroup(nodeGroup(\"general\", \"m7g.large\", between(3, 10))).")
                            .formatted(name));
        }
    }

    /** All of them; {@code needs} is what must be there for nodes to become ready. */
    List<Declaration> all(Site site, List<Declaration> needs) {
        var role = role(site);
        var all = new ArrayList<>(role.all(site));
        for (var group : cluster.options().nodeGroups()) {
            var template = new NodeTemplate(cluster, group);
            all.add(template.element(site));
            all.add(nodes(group, role)
                    .withLaunchTemplate(LaunchTemplate.of(template.version()).withId(template.id()))
                    .withLifecycle(Lifecycle.defaults()
                            .withCreateBeforeDestroy()
                            .withIgnoreChanges("scaling_config[0].desired_size"))
                    .withDependsOn(role.attachments(site))
                    .withDependsOn(needs.toArray(Declaration[]::new)));
        }
        return all;
    }

    /** What comes after the nodes depends on these. */
    List<Declaration> elements(Site site) {
        return cluster.options().nodeGroups().stream()
                .map(group -> (Declaration) nodes(group, role(site)))
                .toList();
    }

    private ServiceRole role(Site site) {
        var address = cluster.id().name().identifier() + "_nodes";
        return new ServiceRole(
                address,
                cluster.name(site) + "-eks-nodes",
                PolicyDocuments.serviceTrust(address + "_trust", "ec2.amazonaws.com", "sts:AssumeRole"),
                List.of("AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"));
    }

    private AwsEksNodeGroup nodes(NodeGroup group, ServiceRole role) {
        var eks = new ClusterElements(cluster).eks();
        var nodes = AwsEksNodeGroup.of(
                        NodeTemplate.address(cluster, group),
                        eks.name(),
                        role.role().arn(),
                        cluster.subnets().ids(),
                        scaling(group))
                .withNodeGroupNamePrefix(group.name() + "-")
                .withVersion(eks.version())
                .withAmiType(group.amiType())
                .withCapacityType(group.isSpot() ? "SPOT" : "ON_DEMAND")
                .withInstanceTypes(group.instanceTypes())
                .withUpdateConfig(UpdateConfig.of().withMaxUnavailablePercentage(PERCENT_REPLACED_AT_A_TIME))
                .withNodeRepairConfig(NodeRepairConfig.of().withEnabled(true))
                .withTaint(group.taints().stream().map(NodeGroups::taint).toList());
        return group.labels().isEmpty() ? nodes : nodes.withLabels(labels(group));
    }

    private static ScalingConfig scaling(NodeGroup group) {
        var count = group.count();
        return ScalingConfig.of(number(count.least()), number(count.most()), number(count.least()));
    }

    private static SequencedMap<String, String> labels(NodeGroup group) {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        group.labels().forEach(label -> labels.put(label.key(), label.value()));
        return labels;
    }

    private static Taint taint(NodeTaint taint) {
        var block = Taint.of(text(taint.effect().name()), text(taint.key()));
        return taint.value().isEmpty() ? block : block.withValue(taint.value());
    }
}
