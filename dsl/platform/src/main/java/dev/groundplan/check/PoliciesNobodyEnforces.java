package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a network plugin that ignores network policies, where the platform has some. */
final class PoliciesNobodyEnforces implements ElementsCheck {

    private static final Pattern ENFORCES = Pattern.compile("\"enableNetworkPolicy\"\\s*:\\s*\"?true");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.kubernetes().stream().noneMatch(placed -> placed.object() instanceof NetworkPolicy)
                ? List.of()
                : platform.terraform().stream()
                        .flatMap(PoliciesNobodyEnforces::problem)
                        .toList();
    }

    private static Stream<Problem> problem(PlacedTerraform placed) {
        return placed.element() instanceof Resource resource
                        && resource.address().type().equals("aws_eks_addon")
                        && resource.body().attributes().get("addon_name") instanceof TextLiteral name
                        && name.value().equals("vpc-cni")
                        && ignores(resource)
                ? Stream.of(
                        new Problem(
                                "X21",
                                "The platform has network policies, and the add-on `vpc-cni` is not told to enforce them: they would be accepted and ignored.",
                                placed.from().place(),
                                "leave its configuration as it is without withAddonConfiguration, or add `\"enableNetworkPolicy\":\"true\"`"))
                : Stream.empty();
    }

    /** A configuration that is not a literal text is not for us to read. */
    private static boolean ignores(Resource resource) {
        var configuration = resource.body().attributes().get("configuration_values");
        return configuration == null
                || (configuration instanceof TextLiteral text
                        && !ENFORCES.matcher(text.value()).find());
    }
}
