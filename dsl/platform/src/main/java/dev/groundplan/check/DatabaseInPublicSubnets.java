package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Address;
import java.util.List;
import java.util.SequencedSet;

/** Finds databases that stand in subnets with a route to an Internet gateway. */
final class DatabaseInPublicSubnets implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var open = openSubnets(platform);
        return PlacedResource.of(platform, "aws_db_subnet_group")
                .flatMap(group -> group
                        .references("subnet_ids")
                        .filter(open::contains)
                        .findFirst()
                        .map(subnet -> problem(group, subnet))
                        .stream())
                .toList();
    }

    private static SequencedSet<Address> openSubnets(ExpandedPlatform platform) {
        var ways = PlacedResource.of(platform, "aws_route").filter(DatabaseInPublicSubnets::leadsOut);
        var tables = PlacedResource.referredTo(ways, "route_table_id");
        var associations = PlacedResource.of(platform, "aws_route_table_association")
                .filter(association -> association.refersToAny("route_table_id", tables));
        return PlacedResource.referredTo(associations, "subnet_id");
    }

    private static boolean leadsOut(PlacedResource route) {
        return route.references("gateway_id").anyMatch(gateway -> gateway.type().equals("aws_internet_gateway"));
    }

    private static Problem problem(PlacedResource group, Address subnet) {
        return new Problem(
                "T08",
                "`%s` puts a database into `%s`, which has a route to the Internet.".formatted(group, subnet),
                group.place(),
                "put it into private subnets, as in network.privateSubnets()");
    }
}
