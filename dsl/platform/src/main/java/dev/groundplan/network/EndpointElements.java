package dev.groundplan.network;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsRouteTable;
import dev.groundplan.terraform.aws.AwsSecurityGroup;
import dev.groundplan.terraform.aws.AwsVpcEndpoint;
import dev.groundplan.terraform.aws.AwsVpcSecurityGroupIngressRule;
import dev.groundplan.terraform.aws.DataAwsVpcEndpointService;
import dev.groundplan.values.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The endpoints of a network, and the group that lets the network into them. */
record EndpointElements(Vpc vpc, Ways ways) {

    private static final int HTTPS = 443;

    List<Declaration> all(Site site) {
        var all = new ArrayList<Declaration>();
        if (vpc.endpoints().stream().anyMatch(endpoint -> !endpoint.isGateway())) {
            all.add(group(site));
            all.add(way());
        }
        for (var endpoint : vpc.endpoints()) {
            all.add(service(endpoint));
            all.add(complete(endpoint).withTags(name(site, "-" + endpoint.service())));
        }
        return all;
    }

    /** What must be there before anything in the network talks to these services. */
    List<Declaration> elements() {
        return vpc.endpoints().stream()
                .map(endpoint -> (Declaration) element(endpoint))
                .toList();
    }

    private AwsVpcEndpoint complete(Endpoint endpoint) {
        var element = element(endpoint).withServiceName(service(endpoint).serviceName());
        return endpoint.isGateway()
                ? element.withVpcEndpointType("Gateway").withRouteTableIds(list(tables()))
                : element.withVpcEndpointType("Interface")
                        .withSubnetIds(vpc.privateSubnets().ids())
                        .withSecurityGroupIds(list(group().id()))
                        .withPrivateDnsEnabled(true);
    }

    private AwsVpcEndpoint element(Endpoint endpoint) {
        return AwsVpcEndpoint.of(
                address() + "_" + endpoint.identifier(), ways.vpc().id());
    }

    /** AWS names endpoints differently in China, and differently again for some services: it is asked. */
    private DataAwsVpcEndpointService service(Endpoint endpoint) {
        return DataAwsVpcEndpointService.of(address() + "_" + endpoint.identifier())
                .withService(endpoint.service())
                .withServiceType(endpoint.isGateway() ? "Gateway" : "Interface");
    }

    private AwsSecurityGroup group(Site site) {
        var name = site.unique(vpc.id().name()) + "-endpoints";
        return group().withName(name)
                .withDescription("Lets the network " + vpc.id().name() + " into its endpoints")
                .withVpcId(ways.vpc().id())
                .withTags(name(site, "-endpoints"));
    }

    private AwsSecurityGroup group() {
        return AwsSecurityGroup.of(address() + "_endpoints");
    }

    private AwsVpcSecurityGroupIngressRule way() {
        return AwsVpcSecurityGroupIngressRule.of(address() + "_endpoints", text("tcp"), group().id())
                .withDescription("HTTPS from the network")
                .withCidrIpv4(vpc.cidr().text())
                .withFromPort(HTTPS)
                .withToPort(HTTPS);
    }

    private List<Expression<String>> tables() {
        return vpc.zones().zones().stream()
                .map(this::table)
                .map(AwsRouteTable::id)
                .toList();
    }

    private AwsRouteTable table(Zone zone) {
        return ways.table(Tier.PRIVATE, zone);
    }

    private SequencedMap<String, String> name(Site site, String suffix) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("Name", site.unique(vpc.id().name()) + suffix);
        return tags;
    }

    private String address() {
        return ways.address();
    }
}
