package dev.groundplan.network;

import dev.groundplan.values.Cidr;

/**
 * Which addresses each subnet of a network has: private subnets are cut from the first address upwards, public ones from
 * the last downwards. Another zone therefore never moves the subnets of those before it.
 *
 * @param block the network's addresses
 * @param privatePrefix the length of a private subnet's prefix
 * @param publicPrefix the length of a public subnet's prefix
 */
record SubnetPlan(Cidr block, int privatePrefix, int publicPrefix) {

    /** AWS has no subnet with fewer than 16 addresses. */
    static final int SMALLEST = 28;

    /** Half of the network for the private subnets of four zones, a sixteenth for the public ones; six zones get half. */
    static SubnetPlan of(Cidr block, int zones) {
        int more = zones > 4 ? 4 : 3;
        return new SubnetPlan(block, block.prefix() + more, Math.min(SMALLEST, block.prefix() + more + 3));
    }

    SubnetPlan withPrivatePrefix(int prefix) {
        return new SubnetPlan(block, prefix, publicPrefix);
    }

    SubnetPlan withPublicPrefix(int prefix) {
        return new SubnetPlan(block, privatePrefix, prefix);
    }

    Cidr privateSubnet(int zone) {
        return block.part(zone, privatePrefix);
    }

    Cidr publicSubnet(int zone) {
        return block.part((1 << (publicPrefix - block.prefix())) - 1 - zone, publicPrefix);
    }

    /** Refuses a plan whose subnets are too small for AWS or do not fit into the network. */
    SubnetPlan refusingWhatDoesNotFit(int zones) {
        refuseTooSmall(privatePrefix, "private", "withPrivateSubnetPrefix");
        refuseTooSmall(publicPrefix, "public", "withPublicSubnetPrefix");
        long needed = zones * ((1L << (32 - privatePrefix)) + (1L << (32 - publicPrefix)));
        if (needed > block.size()) {
            throw new IllegalArgumentException(
                    "%d private subnets of /%d and %d public subnets of /%d need %d addresses, and `%s` has %d: widen the network or lengthen a prefix, as in .withPrivateSubnetPrefix(%d)."
                            .formatted(
                                    zones,
                                    privatePrefix,
                                    zones,
                                    publicPrefix,
                                    needed,
                                    block,
                                    block.size(),
                                    Math.min(SMALLEST, privatePrefix + 1)));
        }
        return this;
    }

    private void refuseTooSmall(int prefix, String tier, String option) {
        if (prefix < block.prefix() || prefix > SMALLEST) {
            throw new IllegalArgumentException(
                    "`%s` can't be cut into %s subnets of /%d: a subnet in AWS has a prefix from /%d to /%d. Widen the network to /%d or more, or choose .%s(…)."
                            .formatted(
                                    block,
                                    tier,
                                    prefix,
                                    Math.max(16, block.prefix()),
                                    SMALLEST,
                                    SMALLEST - 3,
                                    option));
        }
    }
}
