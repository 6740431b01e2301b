package dev.groundplan.network;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsDefaultSecurityGroup;
import dev.groundplan.terraform.aws.AwsEip;
import dev.groundplan.terraform.aws.AwsInternetGateway;
import dev.groundplan.terraform.aws.AwsNatGateway;
import dev.groundplan.terraform.aws.AwsRoute;
import dev.groundplan.terraform.aws.AwsRouteTable;
import dev.groundplan.terraform.aws.AwsRouteTableAssociation;
import dev.groundplan.terraform.aws.AwsSubnet;
import dev.groundplan.terraform.aws.AwsVpc;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Zone;
import dev.groundplan.values.Zones;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network of its own in AWS, with a public and a private subnet in every zone.
 *
 * <p>Renders to {@code aws_vpc}, {@code aws_subnet}, {@code aws_internet_gateway}, {@code aws_nat_gateway} with
 * {@code aws_eip}, one route table for the public subnets and one for each private subnet, and a default security group
 * without rules. Public subnets carry {@code kubernetes.io/role/elb}, private ones {@code kubernetes.io/role/internal-elb}:
 * the load balancer controller chooses by these.
 */
public final class Vpc implements Part {

    private static final String ANYWHERE = "0.0.0.0/0";

    private final PartId id;
    private final SourceLine line;
    private final Zones zones;
    private SubnetPlan plan;
    private Optional<NatGateways> natGateways = Optional.empty();

    private Vpc(PartId id, SourceLine line, Zones zones, SubnetPlan plan) {
        this.id = id;
        this.line = line;
        this.zones = zones;
        this.plan = plan;
    }

    private Vpc(Vpc vpc) {
        this(vpc.id, vpc.line, vpc.zones, vpc.plan);
        this.natGateways = vpc.natGateways;
    }

    /**
     * Returns a network over these zones.
     *
     * @param name what it is called; renders to the tag {@code Name}, after platform and environment
     * @param cidr its addresses, private ones, from /16 to /28; renders to {@code aws_vpc.cidr_block}
     * @param zones where it has subnets
     * @throws IllegalArgumentException if the addresses are public, or too few or too many for AWS or for the zones
     */
    static Vpc vpc(String name, Cidr cidr, Zones zones) {
        refuseOutOfRange(cidr);
        var plan = SubnetPlan.of(cidr, zones.count()).refusingWhatDoesNotFit(zones.count());
        return new Vpc(PartId.of("vpc", name), SourceLine.here(), zones, plan);
    }

    /**
     * Returns this network with another way out for its private subnets.
     *
     * <p>Without this call: one gateway in each zone in production, a single one elsewhere.
     */
    public Vpc withNatGateways(NatGateways gateways) {
        var copy = new Vpc(this);
        copy.natGateways = Optional.of(gateways);
        return copy;
    }

    /**
     * Returns this network with private subnets of another size.
     *
     * @param prefix the length of their prefix, up to 28; without this call an eighth of the network each, a sixteenth
     *     when there are more than four zones
     */
    public Vpc withPrivateSubnetPrefix(int prefix) {
        var copy = new Vpc(this);
        copy.plan = plan.withPrivatePrefix(prefix).refusingWhatDoesNotFit(zones.count());
        return copy;
    }

    /**
     * Returns this network with public subnets of another size.
     *
     * @param prefix the length of their prefix, up to 28; without this call an eighth of a private subnet each
     */
    public Vpc withPublicSubnetPrefix(int prefix) {
        var copy = new Vpc(this);
        copy.plan = plan.withPublicPrefix(prefix).refusingWhatDoesNotFit(zones.count());
        return copy;
    }

    /** Refers to the subnets that nothing outside reaches, one in each zone. */
    public Subnets privateSubnets() {
        return subnets("private subnets", Tier.PRIVATE);
    }

    /** Refers to the subnets that the Internet reaches, one in each zone: load balancers stand there. */
    public Subnets publicSubnets() {
        return subnets("public subnets", Tier.PUBLIC);
    }

    /** Refers to the network's id, known once Terraform has applied. */
    public Expression<String> vpcId() {
        return vpc().id();
    }

    /** Returns the network's addresses. */
    public Cidr cidr() {
        return plan.block();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        var gateways = natGateways.orElse(site.isProduction() ? NatGateways.ONE_PER_ZONE : NatGateways.SINGLE);
        var elements = Elements.none()
                .with(Root.INFRA, vpc().withTags(name(site)), closedGroup(), internetGateway(site))
                .with(Root.INFRA, each(zone -> subnet(Tier.PUBLIC, zone).withTags(tags(site, Tier.PUBLIC, zone))))
                .with(Root.INFRA, each(zone -> subnet(Tier.PRIVATE, zone).withTags(tags(site, Tier.PRIVATE, zone))));
        return elements;
    }
}
