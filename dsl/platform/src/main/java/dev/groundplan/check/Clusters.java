package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the platform's clusters are, as Terraform is told. */
final class Clusters {

    private Clusters() {}

    static SortedSet<String> names(ExpandedPlatform platform) {
        return texts(platform, "name");
    }

    static SortedSet<String> versions(ExpandedPlatform platform) {
        return texts(platform, "version");
    }

    static Stream<Resource> resources(ExpandedPlatform platform, String type) {
        return platform.terraform().stream()
                .map(PlacedTerraform::element)
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .filter(resource -> resource.address().type().equals(type));
    }

    private static SortedSet<String> texts(ExpandedPlatform platform, String attribute) {
        var texts = new TreeSet<String>();
        resources(platform, "aws_eks_cluster").forEach(cluster -> {
            if (cluster.body().attributes().get(attribute) instanceof TextLiteral text) {
                texts.add(text.value());
            }
        });
        return texts;
    }
}
