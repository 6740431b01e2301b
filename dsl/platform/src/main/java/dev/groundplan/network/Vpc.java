package dev.groundplan.network;

import static dev.groundplan.terraform.Expressions.list;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Days;
import dev.groundplan.values.LogRetention;
import dev.groundplan.values.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network of its own in AWS, with a public and a private subnet in every zone.
 *
 * <p>Renders to {@code aws_vpc} with DNS support and host names, {@code aws_subnet}, {@code aws_internet_gateway},
 * {@code aws_nat_gateway} with {@code aws_eip}, one {@code aws_route_table} for the public subnets and one for each private
 * subnet, and an {@code aws_default_security_group} without rules. Public subnets carry the tag
 * {@code kubernetes.io/role/elb}, private ones {@code kubernetes.io/role/internal-elb}: the load balancer controller chooses
 * by these.
 *
 * <p>Private subnets are cut from the network's first address upwards and public ones from its last downwards, so another
 * zone, added at the end, moves none of those that are there.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">AWS: addresses of a VPC</a>
 */
public final class Vpc implements Part {

    private final PartId id;
    private final SourceLine line;
    private final Zones zones;
    private SubnetPlan plan;
    private Optional<NatGateways> natGateways = Optional.empty();
    private List<Endpoint> endpoints = List.of();
    private Optional<Days> flowLogs = Optional.empty();

    private Vpc(PartId id, SourceLine line, Zones zones, SubnetPlan plan) {
        this.id = id;
        this.line = line;
        this.zones = zones;
        this.plan = plan;
    }

    private Vpc(Vpc vpc) {
        this(vpc.id, vpc.line, vpc.zones, vpc.plan);
        this.natGateways = vpc.natGateways;
        this.endpoints = vpc.endpoints;
        this.flowLogs = vpc.flowLogs;
    }

    /**
     * Returns a network over these zones.
     *
     * @param name what it is called; renders to the tag {@code Name}, after platform and environment
     * @param cidr its addresses, private ones (RFC 1918) or shared ones (RFC 6598), from /16 to /28; renders to
     *     {@code aws_vpc.cidr_block}
     * @param zones where it has subnets
     * @throws IllegalArgumentException if the addresses are public, or too few or too many for AWS or for the zones
     */
    public static Vpc vpc(String name, Cidr cidr, Zones zones) {
        refuseOutOfRange(cidr);
        refusePublic(cidr);
        return new Vpc(PartId.of("vpc", name), SourceLine.here(), zones, SubnetPlan.of(cidr, zones.count()));
    }

    /**
     * Returns this network with another way out for its private subnets.
     *
     * <p>Without this call: one gateway in each zone in production, a single one in the first zone elsewhere. A change from
     * one to the other keeps the gateway of the first zone and its address.
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
     * @throws IllegalArgumentException if it is out of range, or the subnets do not fit into the network
     */
    public Vpc withPrivateSubnetPrefix(int prefix) {
        var copy = new Vpc(this);
        copy.plan = plan.withPrivatePrefix(prefix);
        return copy;
    }

    /**
     * Returns this network with public subnets of another size.
     *
     * @param prefix the length of their prefix, up to 28; without this call an eighth of a private subnet each
     * @throws IllegalArgumentException if it is out of range, or the subnets do not fit into the network
     */
    public Vpc withPublicSubnetPrefix(int prefix) {
        var copy = new Vpc(this);
        copy.plan = plan.withPublicPrefix(prefix);
        return copy;
    }

    /**
     * Returns this network with ways to services of AWS that do not lead through the Internet. A network without NAT gateways
     * needs those {@link Endpoint#ofNodes() of nodes} for a cluster. Renders to {@code aws_vpc_endpoint} and, where one of them
     * has addresses in the network, to an {@code aws_security_group} that lets the network's own addresses in on port 443.
     *
     * @throws IllegalArgumentException if one is there already
     */
    public Vpc withEndpoints(Endpoint... more) {
        var all = new ArrayList<>(endpoints);
        for (var endpoint : more) {
            if (all.contains(endpoint)) {
                throw new IllegalArgumentException("The network `%s` has the endpoint `%s` already: name each once."
                        .formatted(id.name(), endpoint));
            }
            all.add(endpoint);
        }
        var copy = new Vpc(this);
        copy.endpoints = List.copyOf(all);
        return copy;
    }

    /**
     * Returns this network with a record of who talked to whom, accepted or refused. Renders to {@code aws_flow_log}, an
     * encrypted {@code aws_cloudwatch_log_group} and the role that writes there.
     *
     * @param retention one of the times that CloudWatch offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365… days
     * @throws IllegalArgumentException if CloudWatch does not offer that time
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html">AWS: flow logs</a>
     */
    public Vpc withFlowLogs(Days retention) {
        var copy = new Vpc(this);
        copy.flowLogs = Optional.of(LogRetention.of(retention, "withFlowLogs(days(30))"));
        return copy;
    }

    /** Refers to the subnets that nothing outside reaches, one in each zone. */
    public Subnets privateSubnets() {
        return subnets(Tier.PRIVATE);
    }

    /** Refers to the subnets that the Internet reaches, one in each zone: load balancers stand there. */
    public Subnets publicSubnets() {
        return subnets(Tier.PUBLIC);
    }

    /** Refers to the network's id, known once Terraform has applied. */
    public Expression<String> vpcId() {
        return elements().vpc().id();
    }

    /** Returns the network's addresses. */
    public Cidr cidr() {
        return plan.block();
    }

    /** Returns the zones that it has subnets in. */
    public Zones zones() {
        return zones;
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
        return elements().all(site);
    }

    SubnetPlan plan() {
        return plan;
    }

    /** The gateways that were asked for; none were, and what stands there depends on the site, when this is empty. */
    Optional<NatGateways> natGateways() {
        return natGateways;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    Optional<Days> flowLogs() {
        return flowLogs;
    }

    private VpcElements elements() {
        return new VpcElements(this);
    }

    private Subnets subnets(Tier tier) {
        var ids = zones.zones().stream()
                .map(zone -> elements().subnet(tier, zone).id())
                .toList();
        var cidrs = IntStream.range(0, zones.count())
                .mapToObj(zone -> plan.subnet(tier, zone))
                .toList();
        var reference = PartReference.to(this, tier + " subnets");
        return new Subnets(reference, this, list(ids), cidrs, elements().routes(tier));
    }

    private static void refuseOutOfRange(Cidr cidr) {
        if (cidr.prefix() < 16 || cidr.prefix() > 28) {
            throw new IllegalArgumentException(
                    "`%s` is no block for a VPC: its prefix must lie between /16 and /28, as in cidr(\"10.0.0.0/16\")."
                            .formatted(cidr));
        }
    }

    private static void refusePublic(Cidr cidr) {
        if (!cidr.isPrivate()) {
            throw new IllegalArgumentException(
                    ("`%s` has public addresses, and whoever owns them in the Internet would be out of reach: choose a block of"
                                    + " 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, as in"
                                    + " cidr(\"10.0.0.0/16\").")
                            .formatted(cidr));
        }
    }
}
