package dev.groundplan.network;

import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsEip;
import dev.groundplan.terraform.aws.AwsInternetGateway;
import dev.groundplan.terraform.aws.AwsNatGateway;
import dev.groundplan.terraform.aws.AwsRoute;
import dev.groundplan.terraform.aws.AwsRouteTable;
import dev.groundplan.terraform.aws.AwsSubnet;
import dev.groundplan.terraform.aws.AwsVpc;
import dev.groundplan.values.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The ways between a network and the Internet: the gateways, and the route tables that lead to them.
 *
 * @param address what the names of all elements of the network begin with
 * @param vpc the network
 * @param zones where it has subnets
 */
record Ways(String address, AwsVpc vpc, List<Zone> zones) {

    private static final String ANYWHERE = "0.0.0.0/0";

    AwsInternetGateway internetGateway() {
        return AwsInternetGateway.of(address).withVpcId(vpc.id());
    }

    AwsSubnet subnet(Tier tier, Zone zone) {
        return AwsSubnet.of(address + "_" + tier + "_" + zone.letter(), vpc.id());
    }

    /** All public subnets share a table, and each private one has its own, so that its way out can be its zone's. */
    AwsRouteTable table(Tier tier, Zone zone) {
        var name = tier == Tier.PUBLIC ? "public" : "private_" + zone.letter();
        return AwsRouteTable.of(address + "_" + name, vpc.id());
    }

    /** The route of a table to everywhere, its target left open. */
    AwsRoute route(AwsRouteTable table) {
        return AwsRoute.of(table.address().name(), table.id()).withDestinationCidrBlock(ANYWHERE);
    }

    /** All of them; {@code tags} gives the tags of what has this in its name. */
    List<Declaration> all(NatGateways gateways, Function<String, SequencedMap<String, String>> tags) {
        var all = new ArrayList<Declaration>();
        all.addAll(publicWay(tags));
        for (var zone : zonesWithGateway(gateways)) {
            all.add(address(zone).withTags(tags.apply("nat-" + zone.letter())));
            all.add(natGateway(zone).withTags(tags.apply(zone.letter())));
        }
        for (var zone : zones) {
            all.add(table(Tier.PRIVATE, zone).withTags(tags.apply("private-" + zone.letter())));
            if (gateways != NatGateways.NONE) {
                all.add(privateWay(gateways, zone));
            }
        }
        return all;
    }

    private List<Declaration> publicWay(Function<String, SequencedMap<String, String>> tags) {
        var table = table(Tier.PUBLIC, zones.getFirst());
        return List.of(
                table.withTags(tags.apply("public")),
                route(table).withGatewayId(internetGateway().id()));
    }

    private AwsRoute privateWay(NatGateways gateways, Zone zone) {
        var exit = gateways == NatGateways.SINGLE ? zones.getFirst() : zone;
        return route(table(Tier.PRIVATE, zone))
                .withNatGatewayId(natGateway(exit).id());
    }

    private List<Zone> zonesWithGateway(NatGateways gateways) {
        return switch (gateways) {
            case NONE -> List.of();
            case SINGLE -> List.of(zones.getFirst());
            case ONE_PER_ZONE -> zones;
        };
    }

    private AwsEip address(Zone zone) {
        return AwsEip.of(address + "_nat_" + zone.letter()).withDomain("vpc");
    }

    private AwsNatGateway natGateway(Zone zone) {
        return AwsNatGateway.of(address + "_" + zone.letter())
                .withAllocationId(address(zone).allocationId())
                .withSubnetId(subnet(Tier.PUBLIC, zone).id())
                .withDependsOn(internetGateway());
    }
}
