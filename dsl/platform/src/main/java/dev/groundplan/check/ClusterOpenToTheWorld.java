package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.BoolLiteral;
import java.util.List;

/** Finds clusters whose API server the whole Internet reaches: what EKS does when nothing is said. */
final class ClusterOpenToTheWorld implements ElementsCheck {

    private static final String BLOCKS = "public_access_cidrs";
    private static final List<String> ANYBODY = List.of("0.0.0.0/0", "::/0");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return PlacedResource.of(platform, "aws_eks_cluster")
                .filter(cluster -> cluster.resource().body().blocks().getOrDefault("vpc_config", List.of()).stream()
                        .anyMatch(ClusterOpenToTheWorld::isOpen))
                .map(ClusterOpenToTheWorld::problem)
                .toList();
    }

    private static boolean isOpen(Body network) {
        boolean isPublic =
                !(network.attributes().get("endpoint_public_access") instanceof BoolLiteral access) || access.value();
        return isPublic
                && (!network.attributes().containsKey(BLOCKS)
                        || PlacedResource.texts(network, BLOCKS).anyMatch(ANYBODY::contains));
    }

    private static Problem problem(PlacedResource cluster) {
        return new Problem(
                "T13",
                "The API server of `%s` is open to the whole Internet.".formatted(cluster),
                cluster.place(),
                "say who may reach it, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")), or close it with"
                        + " endpoint_public_access = false");
    }
}
