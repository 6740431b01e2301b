package dev.groundplan.check;

import dev.groundplan.describe.PartId;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedFact;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.facts.Connection;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Element;
import java.util.List;
import java.util.stream.Stream;

/** Finds pods that connect to a part in AWS whose security group lets nobody in: they would only wait. */
final class ConnectionNobodyLetsIn implements ElementsCheck {

    private static final List<String> RULES = List.of("aws_vpc_security_group_ingress_rule", "aws_security_group_rule");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.facts().stream()
                .flatMap(placed -> placed.fact() instanceof Connection connection && isShut(platform, connection.to())
                        ? Stream.of(problem(placed, connection))
                        : Stream.empty())
                .toList();
    }

    /** A part that has security groups, and no rule of anybody about one of them. */
    private static boolean isShut(ExpandedPlatform platform, PartId part) {
        var groups = platform.terraform().stream()
                .filter(placed -> placed.file().equals(part.fileName()))
                .map(placed -> placed.element().address())
                .filter(address -> address.type().equals("aws_security_group"))
                .toList();
        return !groups.isEmpty()
                && platform.terraform().stream()
                        .map(PlacedTerraform::element)
                        .filter(element -> RULES.contains(element.address().type()))
                        .noneMatch(rule -> refersTo(rule, groups));
    }

    private static boolean refersTo(Element rule, List<Address> groups) {
        return rule.references().anyMatch(groups::contains);
    }

    private static Problem problem(PlacedFact placed, Connection connection) {
        return new Problem(
                "X32",
                "The %s connects to the %s (%s), whose security group lets nobody in."
                        .formatted(connection.from(), connection.to(), connection.as()),
                placed.from().place(),
                "let the cluster's pods in before anything refers to it: .reachableFrom(cluster)");
    }
}
