package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Placement;

/**
 * What the objects at a place bring into the cluster once they are ready, and no object shows by itself: the definitions that
 * a chart installs, the ingress class that a controller fulfils. What needs it is applied after that place.
 */
public record Offer(Placement at, Capability capability) implements Fact {}
