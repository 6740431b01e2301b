package dev.groundplan.network;

import dev.groundplan.values.Cidr;
import java.util.stream.IntStream;

/**
 * Which addresses each subnet of a network has: private subnets are cut from the first address upwards, public ones from
 * the last downwards. Another zone therefore never moves the subnets of those before it.
 *
 * @param block the network's addresses
 * @param zones how many subnets there are in each tier
 * @param privatePrefix the length of a private subnet's prefix
 * @param publicPrefix the length of a public subnet's prefix
 */
record SubnetPlan(Cidr block, int zones, int privatePrefix, int publicPrefix) {

    /** AWS has no subnet with fewer than 16 addresses. */
    private static final int SMALLEST = 28;

    /** Half of the network for the private subnets of four zones, or of eight; each public one an eighth of a private one. */
    static SubnetPlan of(Cidr block, int zones) {
        int privatePrefix = block.prefix() + (zones > 4 ? 4 : 3);
        var plan = new SubnetPlan(block, zones, smallest(privatePrefix), smallest(privatePrefix + 3));
        if (!plan.fits()) {
            throw tooSmallForTheZones(block, zones);
        }
        return plan;
    }

    SubnetPlan withPrivatePrefix(int prefix) {
        return of(Tier.PRIVATE, prefix);
    }

    SubnetPlan withPublicPrefix(int prefix) {
        return of(Tier.PUBLIC, prefix);
    }

    Cidr subnet(Tier tier, int zone) {
        int prefix = prefix(tier);
        int fromTheEnd = (1 << (prefix - block.prefix())) - 1 - zone;
        return block.part(tier == Tier.PRIVATE ? zone : fromTheEnd, prefix);
    }

    private int prefix(Tier tier) {
        return tier == Tier.PRIVATE ? privatePrefix : publicPrefix;
    }

    private SubnetPlan of(Tier tier, int prefix) {
        if (prefix <= block.prefix() || prefix > SMALLEST) {
            throw new IllegalArgumentException(
                    "`/%s` is no prefix of a %s subnet of `%s`: it must lie between /%s and /%s, as in .%s(%s)."
                            .formatted(prefix, tier, block, block.prefix() + 1, SMALLEST, tier.option(), prefix(tier)));
        }
        var plan = changed(tier, prefix);
        if (!plan.fits()) {
            throw plan.doesNotFit(tier);
        }
        return plan;
    }

    private SubnetPlan changed(Tier tier, int prefix) {
        return tier == Tier.PRIVATE
                ? new SubnetPlan(block, zones, prefix, publicPrefix)
                : new SubnetPlan(block, zones, privatePrefix, prefix);
    }

    private boolean fits() {
        return needed() <= block.size();
    }

    private long needed() {
        return zones * (size(privatePrefix) + size(publicPrefix));
    }

    private IllegalArgumentException doesNotFit(Tier tier) {
        var longer = IntStream.rangeClosed(prefix(tier), SMALLEST)
                .filter(prefix -> changed(tier, prefix).fits())
                .findFirst()
                .orElse(SMALLEST);
        return new IllegalArgumentException(
                ("%s private subnets of /%s and %s public ones of /%s need %s addresses, and `%s` has %s:"
                                + " take smaller subnets, as in .%s(%s), or widen the network.")
                        .formatted(
                                zones,
                                privatePrefix,
                                zones,
                                publicPrefix,
                                needed(),
                                block,
                                block.size(),
                                tier.option(),
                                longer));
    }

    private static IllegalArgumentException tooSmallForTheZones(Cidr block, int zones) {
        long needed = 2L * zones * size(SMALLEST);
        int prefix = IntStream.iterate(SMALLEST, wider -> wider - 1)
                .filter(wider -> size(wider) >= needed)
                .findFirst()
                .orElseThrow();
        return new IllegalArgumentException(
                ("`%s` is too small for %s zones: a private and a public subnet in each, of 16 addresses at least, need %s"
                                + " addresses, and it has %s. Widen the network to /%s.")
                        .formatted(block, zones, needed, block.size(), prefix));
    }

    private static int smallest(int prefix) {
        return Math.min(SMALLEST, prefix);
    }

    private static long size(int prefix) {
        return 1L << (32 - prefix);
    }
}
