package dev.groundplan.check;

import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PartPlace;
import dev.groundplan.expand.PlacedFact;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.ApplyOrder;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Need;
import dev.groundplan.facts.ObjectCapabilities;
import java.util.List;
import java.util.stream.Stream;

/** What the objects and the parts of a platform need in the cluster, with where each need comes from. */
final class Capabilities {

    private Capabilities() {}

    /**
     * Something that is needed.
     *
     * @param who what needs it, such as {@code The Ingress `shop/web`}
     * @param need the place and the thing
     * @param from where in the description it comes from
     */
    record Needed(String who, Need need, PartPlace from) {

        Capability capability() {
            return need.capability();
        }
    }

    static ApplyOrder order(ExpandedPlatform platform) {
        var objects = platform.kubernetes().stream()
                .map(placed -> new InPlace(placed.placement(), placed.object()))
                .toList();
        return ApplyOrder.of(
                objects, platform.facts().stream().map(PlacedFact::fact).toList());
    }

    /** In the order of the description, objects first. */
    static List<Needed> needed(ExpandedPlatform platform) {
        var byObjects = platform.kubernetes().stream().flatMap(Capabilities::ofObject);
        var byFacts = platform.facts().stream().flatMap(Capabilities::ofFact);
        return Stream.concat(byObjects, byFacts).toList();
    }

    /** The directories that Flux applies. */
    static List<AppliedByFlux> applied(ExpandedPlatform platform) {
        return platform.facts(AppliedByFlux.class);
    }

    private static Stream<Needed> ofObject(PlacedObject placed) {
        return ObjectCapabilities.needed(placed.object()).stream()
                .map(capability ->
                        new Needed("The " + placed.label(), new Need(placed.placement(), capability), placed.from()));
    }

    private static Stream<Needed> ofFact(PlacedFact placed) {
        return placed.fact() instanceof Need need
                ? Stream.of(new Needed("What is kept in `" + need.at() + "`", need, placed.from()))
                : Stream.empty();
    }
}
