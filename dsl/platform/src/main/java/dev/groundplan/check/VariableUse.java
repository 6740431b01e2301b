package dev.groundplan.check;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.kubernetes.ObjectText;
import java.util.List;
import java.util.stream.Stream;

/**
 * One use of a cluster variable in a Kubernetes object.
 *
 * @param key the variable's
 * @param text where in the object
 * @param placed the object
 */
record VariableUse(String key, ObjectText text, PlacedObject placed) {

    /** Every use, in the order of the description. */
    static List<VariableUse> all(ExpandedPlatform platform) {
        return platform.kubernetes().stream().flatMap(VariableUse::in).toList();
    }

    private static Stream<VariableUse> in(PlacedObject placed) {
        return ObjectText.of(placed.object()).stream()
                .flatMap(text -> ClusterVariable.REFERENCE
                        .matcher(text.text())
                        .results()
                        .map(mark -> new VariableUse(mark.group(1), text, placed)));
    }

    /** The object, for a reader. */
    String who() {
        return readable(placed.label());
    }

    /** Where it is, for a reader. */
    String place() {
        return readable(text.path());
    }

    /** The variables in it by their keys, as Flux is told them. */
    private static String readable(String text) {
        return ClusterVariable.REFERENCE.matcher(text).replaceAll("\\${${key}}");
    }
}
