package dev.groundplan.eks;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsLaunchTemplate;
import dev.groundplan.terraform.aws.AwsLaunchTemplate.BlockDeviceMappings;
import dev.groundplan.terraform.aws.AwsLaunchTemplate.MetadataOptions;
import dev.groundplan.terraform.aws.AwsLaunchTemplate.TagSpecifications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the nodes of a group have besides what EKS gives them. It names no security group: EKS then attaches the cluster's,
 * in which all may talk to all.
 */
record NodeTemplate(EksCluster cluster, NodeGroup group) {

    /** The root device of Amazon Linux 2023. */
    private static final String ROOT_DEVICE = "/dev/xvda";

    private static final List<String> TAGGED = List.of("instance", "volume", "network-interface");

    static String address(EksCluster cluster, NodeGroup group) {
        return cluster.id().name().identifier() + "_" + group.name().identifier();
    }

    AwsLaunchTemplate element(Site site) {
        var name = cluster.name(site) + "-" + group.name();
        return template()
                .withName(name)
                .withUpdateDefaultVersion(true)
                .withBlockDeviceMappings(
                        BlockDeviceMappings.of().withDeviceName(ROOT_DEVICE).withEbs(disk()))
                .withMetadataOptions(MetadataOptions.of()
                        .withHttpEndpoint("enabled")
                        .withHttpTokens("required")
                        .withHttpPutResponseHopLimit(1))
                .withTagSpecifications(TAGGED.stream()
                        .map(type ->
                                TagSpecifications.of().withResourceType(type).withTags(tags(name)))
                        .toList());
    }

    Expression<String> id() {
        return template().id();
    }

    /** A new version of the template makes EKS replace the nodes, one after the other. */
    Expression<String> version() {
        return template().attribute("latest_version");
    }

    private AwsLaunchTemplate template() {
        return AwsLaunchTemplate.of(address(cluster, group));
    }

    private BlockDeviceMappings.Ebs disk() {
        return BlockDeviceMappings.Ebs.of()
                .withVolumeType("gp3")
                .withVolumeSize(group.disk().gibibytes())
                .withEncrypted("true")
                .withDeleteOnTermination("true");
    }

    private static SequencedMap<String, String> tags(String name) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("Name", name);
        return tags;
    }
}
