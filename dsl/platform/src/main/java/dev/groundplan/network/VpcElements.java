package dev.groundplan.network;

import static dev.groundplan.terraform.Expressions.list;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsDefaultSecurityGroup;
import dev.groundplan.terraform.aws.AwsRouteTableAssociation;
import dev.groundplan.terraform.aws.AwsSubnet;
import dev.groundplan.terraform.aws.AwsVpc;
import dev.groundplan.values.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a network consists of, except the ways through its gateways, which are {@link Ways}. */
final class VpcElements {

    private final Vpc vpc;
    private final String address;
    private final Ways ways;

    VpcElements(Vpc vpc) {
        this.vpc = vpc;
        this.address = vpc.id().name().identifier();
        this.ways = new Ways(address, vpc(), vpc.zones().zones());
    }

    Elements all(Site site) {
        var gateways = vpc.natGateways().orElse(site.isProduction() ? NatGateways.ONE_PER_ZONE : NatGateways.SINGLE);
        return Elements.none()
                .with(
                        Root.INFRA,
                        vpc().withCidrBlock(vpc.cidr().text())
                                .withEnableDnsSupport(true)
                                .withEnableDnsHostnames(true)
                                .withTags(name(site, "")),
                        closedGroup().withTags(name(site, "-default-closed")),
                        ways.internetGateway().withTags(name(site, "")))
                .with(Root.INFRA, each(zone -> tagged(site, Tier.PUBLIC, zone)))
                .with(Root.INFRA, each(zone -> tagged(site, Tier.PRIVATE, zone)))
                .with(Root.INFRA, each(zone -> association(Tier.PUBLIC, zone)))
                .with(Root.INFRA, each(zone -> association(Tier.PRIVATE, zone)))
                .with(Root.INFRA, ways.all(gateways, suffix -> name(site, "-" + suffix)))
                .with(Root.INFRA, endpoints().all(site))
                .with(Root.INFRA, flowLogs(site));
    }

    AwsVpc vpc() {
        return AwsVpc.of(address);
    }

    AwsSubnet subnet(Tier tier, Zone zone) {
        return ways.subnet(tier, zone);
    }

    /** What connects the subnets of a tier with the Internet and, for private ones, with services of AWS. */
    List<Declaration> routes(Tier tier) {
        var endpoints = tier == Tier.PRIVATE ? endpoints().elements() : List.<Declaration>of();
        if (tier == Tier.PRIVATE && vpc.natGateways().equals(Optional.of(NatGateways.NONE))) {
            return endpoints;
        }
        var routes = vpc.zones().zones().stream()
                .map(zone -> (Declaration) ways.route(ways.table(tier, zone)))
                .distinct();
        var associations = each(zone -> (Declaration) association(tier, zone)).stream();
        return Stream.concat(Stream.concat(routes, associations), endpoints.stream())
                .toList();
    }

    private EndpointElements endpoints() {
        return new EndpointElements(vpc, ways);
    }

    private List<Declaration> flowLogs(Site site) {
        return vpc.flowLogs()
                .map(retention -> new FlowLogs(vpc, retention).all(site))
                .orElse(List.of());
    }

    private AwsSubnet tagged(Site site, Tier tier, Zone zone) {
        var tags = name(site, "-" + tier + "-" + zone.letter());
        tags.put(tier.loadBalancerTag(), "1");
        return subnet(tier, zone)
                .withAvailabilityZone(zone.name())
                .withCidrBlock(vpc.plan()
                        .subnet(tier, vpc.zones().zones().indexOf(zone))
                        .text())
                .withTags(tags);
    }

    /** The group that AWS gives to whatever names none: without rules, and with those removed that are added by hand. */
    private AwsDefaultSecurityGroup closedGroup() {
        return AwsDefaultSecurityGroup.of(address)
                .withVpcId(vpc().id())
                .withIngress(list())
                .withEgress(list());
    }

    private AwsRouteTableAssociation association(Tier tier, Zone zone) {
        return AwsRouteTableAssociation.of(
                        address + "_" + tier + "_" + zone.letter(),
                        ways.table(tier, zone).id())
                .withSubnetId(subnet(tier, zone).id());
    }

    private SequencedMap<String, String> name(Site site, String suffix) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("Name", site.unique(vpc.id().name()) + suffix);
        return tags;
    }

    private <T> List<T> each(Function<Zone, T> element) {
        return vpc.zones().zones().stream().map(element).toList();
    }
}
