package dev.groundplan.network;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.Rendered;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VpcTest {

    private static final Zones THREE = zones("eu-west-2a", "eu-west-2b", "eu-west-2c");
    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), THREE);

    @Test
    void a_network_that_may_be_lost_has_one_way_out() {
        assertText(Rendered.on(STAGING, NETWORK).text(), "vpc-staging.tf.json");
    }

    @Test
    void a_network_in_production_has_a_way_out_in_each_zone() {
        assertText(Rendered.on(PRODUCTION, NETWORK).text(), "vpc-production.tf.json");
    }

    @Test
    void the_gateways_that_are_asked_for_stand_on_any_site() {
        assertThat(Rendered.on(PRODUCTION, NETWORK.withNatGateways(NatGateways.SINGLE))
                        .only("aws_nat_gateway")
                        .addresses())
                .containsExactly("aws_nat_gateway.faceit_a");
        assertThat(Rendered.on(STAGING, NETWORK.withNatGateways(NatGateways.ONE_PER_ZONE))
                        .only("aws_nat_gateway")
                        .addresses())
                .containsExactly("aws_nat_gateway.faceit_a", "aws_nat_gateway.faceit_b", "aws_nat_gateway.faceit_c");
    }

    @Test
    void without_gateways_the_tables_of_private_subnets_lead_nowhere() {
        var closed = NETWORK.withNatGateways(NatGateways.NONE);

        assertThat(Rendered.on(PRODUCTION, closed)
                        .only("aws_eip", "aws_nat_gateway", "aws_route")
                        .text())
                .isEqualTo("""
                        {
                          "resource": {
                            "aws_route": {
                              "faceit_public": {
                                "route_table_id": "${aws_route_table.faceit_public.id}",
                                "destination_cidr_block": "0.0.0.0/0",
                                "gateway_id": "${aws_internet_gateway.faceit.id}"
                              }
                            }
                          }
                        }
                        """);
        assertThat(closed.privateSubnets().routes()).isEmpty();
    }

    @Test
    void every_reference_of_a_network_leads_to_an_element_of_it() {
        for (var gateways : NatGateways.values()) {
            assertThat(Rendered.on(STAGING, NETWORK.withNatGateways(gateways)).problems())
                    .isEmpty();
        }
    }

    @Test
    void whoever_must_reach_the_internet_at_once_waits_for_routes_that_exist() {
        var rendered = Rendered.on(STAGING, NETWORK).addresses();

        assertThat(NETWORK.privateSubnets().routes())
                .extracting(route -> route.element().address().toString())
                .containsExactly(
                        "aws_route.faceit_private_a",
                        "aws_route.faceit_private_b",
                        "aws_route.faceit_private_c",
                        "aws_route_table_association.faceit_private_a",
                        "aws_route_table_association.faceit_private_b",
                        "aws_route_table_association.faceit_private_c")
                .isSubsetOf(rendered);
        assertThat(NETWORK.publicSubnets().routes())
                .extracting(route -> route.element().address().toString())
                .containsExactly(
                        "aws_route.faceit_public",
                        "aws_route_table_association.faceit_public_a",
                        "aws_route_table_association.faceit_public_b",
                        "aws_route_table_association.faceit_public_c")
                .isSubsetOf(rendered);
    }

    @Test
    void subnets_tell_their_ids_their_addresses_and_the_line_that_named_them() {
        var subnets = NETWORK.publicSubnets();

        assertThat(subnets.ids())
                .hasToString("[aws_subnet.faceit_public_a.id, aws_subnet.faceit_public_b.id,"
                        + " aws_subnet.faceit_public_c.id]");
        assertThat(texts(subnets.cidrs())).containsExactly("10.0.252.0/22", "10.0.248.0/22", "10.0.244.0/22");
        assertThat(subnets.reference().to()).isSameAs(NETWORK);
        assertThat(subnets.reference().as()).isEqualTo("public subnets");
        assertThat(subnets.reference().line().file()).isEqualTo("VpcTest.java");
    }

    @Test
    void another_zone_moves_no_subnet() {
        var two = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));

        assertThat(NETWORK.privateSubnets().cidrs())
                .startsWith(two.privateSubnets().cidrs().toArray(Cidr[]::new));
        assertThat(NETWORK.publicSubnets().cidrs())
                .startsWith(two.publicSubnets().cidrs().toArray(Cidr[]::new));
    }

    @Test
    void six_zones_get_smaller_subnets() {
        var six = zones("us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f");
        var network = vpc("wide", cidr("10.0.0.0/16"), six);

        assertThat(texts(network.privateSubnets().cidrs()))
                .containsExactly(
                        "10.0.0.0/20", "10.0.16.0/20", "10.0.32.0/20", "10.0.48.0/20", "10.0.64.0/20", "10.0.80.0/20");
        assertThat(texts(network.publicSubnets().cidrs()))
                .containsExactly(
                        "10.0.254.0/23",
                        "10.0.252.0/23",
                        "10.0.250.0/23",
                        "10.0.248.0/23",
                        "10.0.246.0/23",
                        "10.0.244.0/23");
    }

    @Test
    void the_smallest_network_is_cut_into_the_smallest_subnets() {
        var network = vpc("tiny", cidr("10.0.0.0/26"), zones("eu-west-2a", "eu-west-2b"));

        assertThat(texts(network.privateSubnets().cidrs())).containsExactly("10.0.0.0/28", "10.0.0.16/28");
        assertThat(texts(network.publicSubnets().cidrs())).containsExactly("10.0.0.48/28", "10.0.0.32/28");
    }

    @Test
    void subnets_have_the_sizes_that_are_asked_for() {
        var network = NETWORK.withPrivateSubnetPrefix(18).withPublicSubnetPrefix(24);

        assertThat(texts(network.privateSubnets().cidrs()))
                .containsExactly("10.0.0.0/18", "10.0.64.0/18", "10.0.128.0/18");
        assertThat(texts(network.publicSubnets().cidrs()))
                .containsExactly("10.0.255.0/24", "10.0.254.0/24", "10.0.253.0/24");
    }

    private static List<String> texts(List<Cidr> cidrs) {
        return cidrs.stream().map(Cidr::text).toList();
    }
}
