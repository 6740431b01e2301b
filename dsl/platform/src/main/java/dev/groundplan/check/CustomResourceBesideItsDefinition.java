package dev.groundplan.check;

import dev.groundplan.check.Capabilities.Needed;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.ApplyOrder;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Offer;
import java.util.List;

/**
 * Finds custom resources that Flux would apply together with the chart that brings their definitions: it asks the cluster about
 * all objects of a directory before it applies any, and the cluster does not know them yet.
 */
final class CustomResourceBesideItsDefinition implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var order = Capabilities.order(platform);
        return Capabilities.needed(platform).stream()
                .filter(needed -> needed.capability().kind() == Capability.Kind.DEFINITIONS)
                .filter(needed -> isApplied(needed, platform) && isBesideAll(needed, order, platform))
                .map(CustomResourceBesideItsDefinition::problem)
                .toList();
    }

    private static boolean isApplied(Needed needed, ExpandedPlatform platform) {
        return Capabilities.applied(platform).stream()
                .anyMatch(applied -> applied.covers(needed.need().at()));
    }

    /** Definitions that are objects themselves are no matter: Flux applies those of a directory first. */
    private static boolean isBesideAll(Needed needed, ApplyOrder order, ExpandedPlatform platform) {
        var directory = order.directory(needed.need().at());
        var offers = order.offers(needed.capability());
        return !offers.isEmpty()
                && platform.facts(Offer.class).containsAll(offers)
                && offers.stream()
                        .allMatch(offer -> !offer.isAlreadyThere()
                                && order.directory(offer.at()).equals(directory));
    }

    private static Problem problem(Needed needed) {
        return new Problem(
                "G05",
                "%s needs %s, whose definitions are brought in the same directory `%s`: Flux would ask the cluster about it before they are there."
                        .formatted(
                                needed.who(), needed.capability(), needed.need().at()),
                needed.from().of(needed.capability().name()),
                "keep it in another directory: Layer.CONFIGS.itself(), or Layer.APPS.directory(…)");
    }
}
