package dev.groundplan.network;

import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.values.Zones;
import org.junit.jupiter.api.Test;

final class VpcRefusalTest {

    private static final Zones THREE = zones("eu-west-2a", "eu-west-2b", "eu-west-2c");
    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), THREE);

    @Test
    void more_addresses_than_a_vpc_has_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vpc("faceit", cidr("10.0.0.0/15"), THREE))
                .withMessage("`10.0.0.0/15` is no block for a VPC: its prefix must lie between /16 and /28, as in"
                        + " cidr(\"10.0.0.0/16\").");
    }

    @Test
    void fewer_addresses_than_a_vpc_has_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vpc("faceit", cidr("10.0.0.0/29"), THREE))
                .withMessage("`10.0.0.0/29` is no block for a VPC: its prefix must lie between /16 and /28, as in"
                        + " cidr(\"10.0.0.0/16\").");
    }

    @Test
    void public_addresses_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vpc("faceit", cidr("8.8.0.0/16"), THREE))
                .withMessage("`8.8.0.0/16` has public addresses, and whoever owns them in the Internet would be out of"
                        + " reach: choose a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, as in"
                        + " cidr(\"10.0.0.0/16\").");
    }

    @Test
    void a_network_too_small_for_its_zones_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vpc("faceit", cidr("10.0.0.0/26"), THREE))
                .withMessage("`10.0.0.0/26` is too small for 3 zones: a private and a public subnet in each, of 16"
                        + " addresses at least, need 96 addresses, and it has 64. Widen the network to /25.");
    }

    @Test
    void private_subnets_that_do_not_fit_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.withPrivateSubnetPrefix(17))
                .withMessage(
                        "3 private subnets of /17 and 3 public ones of /22 need 101376 addresses, and `10.0.0.0/16` has"
                                + " 65536: take smaller subnets, as in .withPrivateSubnetPrefix(18), or widen the network.");
    }

    @Test
    void public_subnets_that_do_not_fit_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.withPrivateSubnetPrefix(18).withPublicSubnetPrefix(18))
                .withMessage(
                        "3 private subnets of /18 and 3 public ones of /18 need 98304 addresses, and `10.0.0.0/16` has"
                                + " 65536: take smaller subnets, as in .withPublicSubnetPrefix(20), or widen the network.");
    }

    @Test
    void a_private_subnet_as_large_as_the_network_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.withPrivateSubnetPrefix(16))
                .withMessage(
                        "`/16` is no prefix of a private subnet of `10.0.0.0/16`: it must lie between /17 and /28, as in"
                                + " .withPrivateSubnetPrefix(19).");
    }

    @Test
    void a_public_subnet_smaller_than_aws_has_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.withPublicSubnetPrefix(29))
                .withMessage(
                        "`/29` is no prefix of a public subnet of `10.0.0.0/16`: it must lie between /17 and /28, as in"
                                + " .withPublicSubnetPrefix(22).");
    }
}
