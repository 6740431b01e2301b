package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AlertRoute;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Offer;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds alerts of a severity that no route of Alertmanager takes to a receiver. */
final class AlertThatNobodyIsToldOf implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var routed = platform.facts(AlertRoute.class).stream()
                .map(AlertRoute::severity)
                .toList();
        return routed.contains(Optional.<String>empty()) || isWithoutPrometheus(platform)
                ? List.of()
                : platform.kubernetes().stream()
                        .flatMap(placed -> problems(placed, routed))
                        .toList();
    }

    /** Then the rules themselves are refused already, and whatever brings their definitions may bring a route too. */
    private static boolean isWithoutPrometheus(ExpandedPlatform platform) {
        return !platform.facts(Offer.class).isEmpty()
                && Capabilities.order(platform)
                        .offers(Capability.definitions("monitoring.coreos.com"))
                        .isEmpty();
    }

    /** The first alert of each severity stands for all of one object. */
    private static Stream<Problem> problems(PlacedObject placed, List<Optional<String>> routed) {
        var bySeverity = new LinkedHashMap<Optional<String>, Rule>();
        if (placed.object() instanceof PrometheusRule rules && rules.getSpec() != null) {
            rules.getSpec().getGroups().stream()
                    .flatMap(group -> group.getRules().stream())
                    .filter(rule -> rule.getAlert() != null)
                    .forEach(rule -> bySeverity.putIfAbsent(severity(rule), rule));
        }
        return bySeverity.entrySet().stream()
                .filter(entry -> !routed.contains(entry.getKey()))
                .map(entry -> problem(placed, entry.getKey(), entry.getValue()));
    }

    private static Optional<String> severity(Rule rule) {
        return Optional.ofNullable(Objects.requireNonNullElse(rule.getLabels(), new LinkedHashMap<String, String>())
                .get("severity"));
    }

    private static Problem problem(PlacedObject placed, Optional<String> severity, Rule rule) {
        var what = severity.map("of severity `%s`"::formatted).orElse("without a severity");
        return new Problem(
                "K36",
                "The %s raises the alert `%s` %s, and no route takes that to a receiver."
                        .formatted(placed.label(), rule.getAlert(), what),
                placed.from().place(),
                "tell somebody: everythingTo(receiver), or .withSeverity(…, receiver) for one of them; where Alertmanager is"
                        + " configured by hand, say its routes with elements.with(AlertRoute.ofAllOthers(\"on-call\"))");
    }
}
