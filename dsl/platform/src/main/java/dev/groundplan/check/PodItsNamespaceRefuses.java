package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds namespaces that enforce no pod security standard, and pods that break the one that their namespace enforces. */
final class PodItsNamespaceRefuses implements ElementsCheck {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var levels = new TreeMap<String, String>();
        var problems = new ArrayList<Problem>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof Namespace namespace) {
                level(namespace)
                        .ifPresentOrElse(
                                level -> levels.put(namespace.getMetadata().getName(), level),
                                () -> problems.add(withoutLevel(placed)));
            }
        }
        for (var pods : Pods.all(platform)) {
            var level = levels.getOrDefault(pods.namespace(), "privileged");
            PodSecurityRules.broken(level, pods.template().getSpec()).stream()
                    .map(rule -> broken(pods, level, rule))
                    .forEach(problems::add);
        }
        return List.copyOf(problems);
    }

    private static Optional<String> level(Namespace namespace) {
        return Optional.ofNullable(namespace.getMetadata().getLabels()).map(labels -> labels.get(ENFORCE));
    }

    private static Problem withoutLevel(PlacedObject placed) {
        return new Problem(
                "K12",
                "The %s has no label `%s`, so its pods may do anything to their node."
                        .formatted(placed.label(), ENFORCE),
                placed.from().place(),
                "make it by cluster.namespace(\"%s\"), or give it the label with `restricted`, `baseline` or `privileged`"
                        .formatted(placed.object().getMetadata().getName()));
    }

    private static Problem broken(Pods pods, String level, String rule) {
        return new Problem(
                "K12",
                "The namespace `%s` admits only pods of the standard `%s`, and those of the %s %s."
                        .formatted(pods.namespace(), level, pods.placed().label(), rule),
                pods.placed().from().place(),
                "change the pods, or let the namespace admit more, as in .withPodSecurity(PodSecurity.BASELINE)");
    }
}
