package dev.groundplan.eks;

import dev.groundplan.network.Vpc;
import dev.groundplan.values.Cidr;

/** Which addresses the Services of a cluster may have. */
final class ServiceAddresses {

    static final Cidr DEFAULT = new Cidr("172.20.0.0/16");

    private static final Cidr SHARED = new Cidr("100.64.0.0/10");

    private ServiceAddresses() {}

    static void refuseOutOfRange(Cidr block) {
        if (block.prefix() < 12 || block.prefix() > 24 || !block.isPrivate() || SHARED.contains(block)) {
            throw new IllegalArgumentException(
                    ("`%s` is no block for Services: choose one from /12 to /24 in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16,"
                                    + " as in .withServiceCidr(cidr(\"172.20.0.0/16\")).")
                            .formatted(block));
        }
    }

    static void refuseOverlap(Cidr block, Vpc vpc) {
        if (block.overlaps(vpc.cidr())) {
            throw new IllegalArgumentException(
                    ("The cluster's Services would have `%s`, and these are addresses of the %s, which has `%s`: choose another"
                                    + " block, as in .withServiceCidr(cidr(\"%s\")).")
                            .formatted(block, vpc.id(), vpc.cidr(), another(vpc)));
        }
    }

    private static Cidr another(Vpc vpc) {
        return vpc.cidr().overlaps(DEFAULT) ? new Cidr("10.100.0.0/16") : DEFAULT;
    }
}
