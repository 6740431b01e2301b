package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Placement;

/**
 * What the objects at a place bring into the cluster once they are ready, and no object shows by itself: the definitions that
 * a chart installs, the ingress class that a controller fulfils. What needs it is applied after that place.
 */
public record Offer(Placement at, Capability capability) implements Fact {

    private static final Placement ALREADY_THERE = new Placement("");

    /** Returns the offer of something that is in the cluster before any object of the platform is applied. */
    public static Offer already(Capability capability) {
        return new Offer(ALREADY_THERE, capability);
    }

    /** Returns whether it is in the cluster before any object of the platform is applied. */
    public boolean isAlreadyThere() {
        return at.equals(ALREADY_THERE);
    }
}
