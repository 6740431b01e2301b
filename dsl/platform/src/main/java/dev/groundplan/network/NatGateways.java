package dev.groundplan.network;

/** How private subnets reach the Internet. */
public enum NatGateways {
    /** Not at all: for networks with endpoints for everything they need. */
    NONE,
    /** Through one gateway in the first zone: cheapest, and the loss of that zone cuts all zones off. */
    SINGLE,
    /** Through one gateway in each zone. */
    ONE_PER_ZONE
}
