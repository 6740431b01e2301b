package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Placement;

/**
 * What must be in the cluster before the objects at a place are applied, and no object shows by itself: the definitions that a
 * chart's values ask for.
 */
public record Need(Placement at, Capability capability) implements Fact {}
