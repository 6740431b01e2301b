package dev.groundplan.network;

import java.util.Locale;

/** Which side of the network's gateways a subnet is on. */
enum Tier {
    PUBLIC("kubernetes.io/role/elb", "withPublicSubnetPrefix"),
    PRIVATE("kubernetes.io/role/internal-elb", "withPrivateSubnetPrefix");

    private final String loadBalancerTag;
    private final String option;

    Tier(String loadBalancerTag, String option) {
        this.loadBalancerTag = loadBalancerTag;
        this.option = option;
    }

    /** The tag by which the load balancer controller finds the subnets of its kind. */
    String loadBalancerTag() {
        return loadBalancerTag;
    }

    /** The method of {@link Vpc} that says how large the subnets are. */
    String option() {
        return option;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
