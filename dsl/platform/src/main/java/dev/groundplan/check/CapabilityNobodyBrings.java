package dev.groundplan.check;

import dev.groundplan.check.Capabilities.Needed;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedFact;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.ObjectCapabilities;
import dev.groundplan.facts.Offer;
import dev.groundplan.files.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds objects that need something in the cluster which no part brings: definitions, classes, namespaces, stores, APIs,
 * controllers. It says nothing of a platform none of whose parts tells what it brings: that one describes no cluster, but
 * objects for one.
 */
final class CapabilityNobodyBrings implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        if (platform.facts(Offer.class).isEmpty()) {
            return List.of();
        }
        var order = Capabilities.order(platform);
        var missing = new LinkedHashMap<Capability, List<Needed>>();
        Capabilities.needed(platform).stream()
                .filter(needed -> order.offers(needed.capability()).isEmpty())
                .forEach(needed -> missing.computeIfAbsent(needed.capability(), unseen -> new ArrayList<>())
                        .add(needed));
        return missing.values().stream().map(needs -> problem(needs, platform)).toList();
    }

    private static Problem problem(List<Needed> needs, ExpandedPlatform platform) {
        var first = needs.getFirst();
        var capability = first.capability();
        return new Problem(
                id(capability.kind()),
                "%s needs %s, and nothing brings %s%s."
                        .formatted(
                                first.who(),
                                capability,
                                capability.kind() == Capability.Kind.DEFINITIONS ? "their definitions" : "it",
                                others(needs.size() - 1)),
                first.from().of(capability.name()),
                mend(capability, platform));
    }

    private static String id(Capability.Kind kind) {
        return switch (kind) {
            case DEFINITIONS -> "G05";
            case INGRESS_CLASS -> "K26";
            case STORAGE_CLASS -> "X23";
            case PRIORITY_CLASS -> "K39";
            case NAMESPACE -> "X19";
            case SECRET_STORE -> "K08";
            case API, CONTROLLER -> "K30";
        };
    }

    private static String others(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> "; one more object needs it";
            default -> "; " + count + " more objects need it";
        };
    }

    private static String mend(Capability capability, ExpandedPlatform platform) {
        return NearestName.to(capability.name(), brought(capability.kind(), platform))
                .map("did you mean `%s`?"::formatted)
                .orElseGet(() -> Bringers.mend(capability));
    }

    private static List<String> brought(Capability.Kind kind, ExpandedPlatform platform) {
        var byObjects =
                platform.kubernetes().stream().flatMap(placed -> ObjectCapabilities.offered(placed.object()).stream());
        var byFacts = platform.facts().stream()
                .map(PlacedFact::fact)
                .filter(Offer.class::isInstance)
                .map(offer -> ((Offer) offer).capability());
        return Stream.concat(byObjects, byFacts)
                .filter(capability -> capability.kind() == kind)
                .map(Capability::name)
                .distinct()
                .toList();
    }
}
