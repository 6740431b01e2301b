package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which labels a selector of Kubernetes takes. */
final class Selectors {

    private Selectors() {}

    /** Whether pods with these labels are selected; an empty selector selects all, and one that is not there none. */
    static boolean select(@Nullable LabelSelector selector, Map<String, String> labels) {
        return selector != null
                && (selector.getMatchLabels() == null || all(selector.getMatchLabels(), labels))
                && selector.getMatchExpressions().stream().allMatch(requirement -> holds(requirement, labels));
    }

    /** Whether all of these are among the labels. */
    static boolean all(Map<String, String> wanted, Map<String, String> labels) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }

    private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
        var value = labels.get(requirement.getKey());
        return switch (requirement.getOperator()) {
            case "In" -> value != null && requirement.getValues().contains(value);
            case "NotIn" -> value == null || !requirement.getValues().contains(value);
            case "Exists" -> value != null;
            default -> value == null;
        };
    }
}
