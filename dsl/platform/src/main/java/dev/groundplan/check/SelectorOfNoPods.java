package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds workloads that do not select the pods which they start, and Services that send to no pods. */
final class SelectorOfNoPods implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var all = Pods.all(platform);
        var others = OthersAtWork.of(platform);
        return Stream.concat(
                        all.stream().flatMap(pods -> ofOwner(pods).stream()),
                        platform.kubernetes().stream()
                                .flatMap(placed -> placed.object() instanceof Service service
                                                && others.areAbsentFrom(Pods.namespace(service))
                                        ? ofService(placed, service, all).stream()
                                        : Stream.empty()))
                .toList();
    }

    private static Optional<Problem> ofOwner(Pods pods) {
        return selector(pods)
                .filter(selector -> !Selectors.select(selector, pods.labels()))
                .map(selector -> problem(
                        pods.placed(),
                        "The %s starts pods with %s, and selects others (%s): the API server refuses it."
                                .formatted(pods.placed().label(), labels(pods.labels()), shown(selector)),
                        "let `spec.selector.matchLabels` be among the labels of `spec.template.metadata`"));
    }

    private static Optional<LabelSelector> selector(Pods pods) {
        return Optional.ofNullable(
                switch (pods.object()) {
                    case Deployment deployment -> deployment.getSpec().getSelector();
                    case StatefulSet set -> set.getSpec().getSelector();
                    case DaemonSet set -> set.getSpec().getSelector();
                    case ReplicaSet set -> set.getSpec().getSelector();
                    default -> null;
                });
    }

    private static String shown(LabelSelector selector) {
        var wanted = selector.getMatchLabels();
        return wanted == null || wanted.isEmpty() ? "by expressions" : pairs(wanted);
    }

    private static Optional<Problem> ofService(PlacedObject placed, Service service, List<Pods> all) {
        var wanted = Services.selector(service);
        return wanted.isEmpty() || all.stream().anyMatch(pods -> Services.sendsTo(service, pods))
                ? Optional.empty()
                : Optional.of(problem(
                        placed,
                        "The %s sends to pods with %s, and nothing in its namespace starts any."
                                .formatted(placed.label(), labels(wanted)),
                        mend(service, wanted, all)));
    }

    /** Whoever is called as the Service, or is alone, is meant. */
    private static String mend(Service service, Map<String, String> wanted, List<Pods> all) {
        var here = all.stream()
                .filter(pods -> pods.namespace().equals(Pods.namespace(service)))
                .toList();
        return here.stream()
                .filter(pods -> pods.object()
                                .getMetadata()
                                .getName()
                                .equals(service.getMetadata().getName())
                        || here.size() == 1)
                .findFirst()
                .map(pods ->
                        "the pods of the %s have %s".formatted(pods.placed().label(), labels(pods.labels())))
                .orElse("select labels that a workload's pods have, or add the workload whose pods have %s"
                        .formatted(pairs(wanted)));
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty() ? "no labels" : (labels.size() == 1 ? "the label " : "the labels ") + pairs(labels);
    }

    private static String pairs(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> "`%s=%s`".formatted(label.getKey(), label.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static Problem problem(PlacedObject placed, String what, String mend) {
        return new Problem("K10", what, placed.from().place(), mend);
    }
}
