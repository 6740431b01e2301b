package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Address;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds policies that nodes have although a role of pods has them: every pod could use them through its node. */
final class NodesWithRightsOfPods implements ElementsCheck {

    /** What a node itself needs, whoever else may have it. */
    private static final List<String> OF_NODES = List.of(
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEKSWorkerNodePolicy",
            "AmazonSSMManagedInstanceCore");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var nodes = PlacedResource.referredTo(PlacedResource.of(platform, "aws_eks_node_group"), "node_role_arn");
        var ofPods = PlacedResource.of(platform, "aws_iam_role_policy_attachment")
                .filter(attachment -> !isOf(attachment, nodes))
                .flatMap(attachment -> attachment.texts("policy_arn"))
                .filter(policy -> OF_NODES.stream().noneMatch(policy::endsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        return PlacedResource.of(platform, "aws_iam_role_policy_attachment")
                .filter(attachment -> isOf(attachment, nodes))
                .flatMap(attachment -> attachment
                        .texts("policy_arn")
                        .filter(ofPods::contains)
                        .map(policy -> problem(attachment, policy)))
                .toList();
    }

    private static boolean isOf(PlacedResource attachment, SequencedSet<Address> nodes) {
        return attachment.refersToAny("role", nodes);
    }

    private static Problem problem(PlacedResource attachment, String policy) {
        return new Problem(
                "T16",
                "`%s` gives nodes `%s`, which a role has that is not the nodes': so every pod has it."
                        .formatted(attachment, policy.substring(policy.lastIndexOf('/') + 1)),
                attachment.place(),
                "take it from the nodes: what a role is for, the nodes need not do");
    }
}
