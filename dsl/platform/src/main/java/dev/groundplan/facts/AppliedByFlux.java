package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Placement;

/**
 * The objects at a place, and at all places below it, are applied together by one {@code Kustomization} of Flux, which replaces
 * variables in them. Their texts are written accordingly.
 *
 * @param at the place
 * @param kustomization what the {@code Kustomization} is called
 */
public record AppliedByFlux(Placement at, String kustomization) implements Fact {

    /** Where the Kustomizations themselves are kept: Flux begins here, and replaces nothing. */
    public static final Placement BEGINNING = new Placement("flux");

    /** Returns whether objects at {@code place} are among those that are applied together. */
    public boolean covers(Placement place) {
        return place.equals(at) || place.directory().startsWith(at.directory() + "/");
    }
}
