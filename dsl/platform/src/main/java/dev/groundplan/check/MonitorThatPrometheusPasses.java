package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.ScrapeConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds monitors and rules whose labels no Prometheus of the platform selects. */
final class MonitorThatPrometheusPasses implements ElementsCheck {

    private static final String SPEC = "prometheus.prometheusSpec.";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var releases = PrometheusRelease.all(platform);
        return releases.isEmpty()
                ? List.of()
                : platform.kubernetes().stream()
                        .flatMap(placed -> selector(placed.object()).stream()
                                .filter(selector -> releases.stream()
                                        .noneMatch(release -> selects(release, selector, placed.object())))
                                .flatMap(selector -> Stream.of(problem(placed, selector, releases.getFirst()))))
                        .toList();
    }

    /** Returns what the values that select objects of this kind begin with. */
    private static Optional<String> selector(HasMetadata object) {
        return switch (object) {
            case ServiceMonitor monitor -> Optional.of("serviceMonitorSelector");
            case PodMonitor monitor -> Optional.of("podMonitorSelector");
            case Probe probe -> Optional.of("probeSelector");
            case PrometheusRule rule -> Optional.of("ruleSelector");
            case ScrapeConfig config -> Optional.of("scrapeConfigSelector");
            default -> Optional.empty();
        };
    }

    /** A selector of expressions is taken for one that selects: it is somebody's deliberate choice. */
    private static boolean selects(PrometheusRelease release, String selector, HasMetadata object) {
        Map<String, String> labels =
                Objects.requireNonNullElse(object.getMetadata().getLabels(), new TreeMap<>());
        if (!release.textsAt(SPEC + selector).isEmpty()) {
            return Selectors.all(release.textsAt(SPEC + selector + ".matchLabels"), labels);
        }
        return release.isOff(SPEC + selector + "NilUsesHelmValues")
                || release.installed().name().equals(labels.get("release"));
    }

    private static Problem problem(PlacedObject placed, String selector, PrometheusRelease release) {
        return new Problem(
                "K33",
                "The %s is passed over by Prometheus: `%s` of the %s does not select its labels."
                        .formatted(placed.label(), selector, release.placed().label()),
                placed.from().place(),
                "let Prometheus take all of them, with(\"%s%sNilUsesHelmValues\", false), or give it the label `release: %s`"
                        .formatted(SPEC, selector, release.installed().name()));
    }
}
