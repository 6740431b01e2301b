package dev.groundplan.expand;

import dev.groundplan.describe.Fact;

/** What a part says about itself, and where in the description it comes from. */
public record PlacedFact(Fact fact, PartPlace from) {}
