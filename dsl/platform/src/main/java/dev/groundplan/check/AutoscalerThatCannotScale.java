package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds autoscalers of nothing, of pods that promise nothing, of an impossible number, and in production of fewer pods than zones. */
final class AutoscalerThatCannotScale implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var pods = Pods.all(platform);
        var problems = new ArrayList<Problem>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof HorizontalPodAutoscaler autoscaler && Pods.isWhole(autoscaler)) {
                problem(placed, autoscaler, pods)
                        .or(() -> fewerThanZones(placed, autoscaler, platform))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> problem(PlacedObject placed, HorizontalPodAutoscaler autoscaler, List<Pods> pods) {
        var target = pods.stream()
                .filter(each -> Pods.isOf(autoscaler, each.object()))
                .findFirst();
        if (target.isEmpty()) {
            return Optional.of(
                    problem(
                            placed,
                            "The %s scales the %s `%s`, and there is none."
                                    .formatted(
                                            placed.label(),
                                            autoscaler
                                                    .getSpec()
                                                    .getScaleTargetRef()
                                                    .getKind(),
                                            autoscaler
                                                    .getSpec()
                                                    .getScaleTargetRef()
                                                    .getName()),
                            "name what it scales in `scaleTargetRef`, or leave it to the workload: .withAutoscaling(between(3, 10), percent(70))"));
        }
        if (least(autoscaler) > autoscaler.getSpec().getMaxReplicas()) {
            return Optional.of(problem(
                    placed,
                    "The %s keeps at least %s pods and at most %s."
                            .formatted(
                                    placed.label(),
                                    least(autoscaler),
                                    autoscaler.getSpec().getMaxReplicas()),
                    "write the smaller number as `minReplicas`"));
        }
        return withoutRequest(placed, autoscaler, target.get());
    }

    private static Optional<Problem> withoutRequest(
            PlacedObject placed, HorizontalPodAutoscaler autoscaler, Pods target) {
        for (var metric : Objects.requireNonNullElse(autoscaler.getSpec().getMetrics(), List.<MetricSpec>of())) {
            if (metric.getResource() == null || metric.getResource().getTarget().getAverageUtilization() == null) {
                continue;
            }
            var resource = metric.getResource().getName();
            for (var container : target.template().getSpec().getContainers()) {
                if (!requests(container, resource)) {
                    return Optional.of(problem(
                            placed,
                            "The %s scales the %s by its share of promised `%s`, and the container `%s` is promised none: the share of nothing is unknown, and nothing would ever be scaled."
                                    .formatted(placed.label(), target.placed().label(), resource, container.getName()),
                            "promise each container some, as in .withResources(millicores(100), mebibytes(128))"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean requests(Container container, String resource) {
        var requests = Amounts.requestsOf(container);
        return requests != null && requests.containsKey(resource);
    }

    private static Optional<Problem> fewerThanZones(
            PlacedObject placed, HorizontalPodAutoscaler autoscaler, ExpandedPlatform platform) {
        int zones = Zones.of(platform).size();
        return platform.platform().site().isProduction() && least(autoscaler) < zones
                ? Optional.of(problem(
                        placed,
                        "The %s keeps at least %s pods, and the network has %s zones: without one of them, what is left has to carry more than it is there for."
                                .formatted(placed.label(), least(autoscaler), zones),
                        "keep one pod for each zone at least, as in .withAutoscaling(between(%s, %s), percent(70))"
                                .formatted(
                                        zones,
                                        Math.max(zones, autoscaler.getSpec().getMaxReplicas()))))
                : Optional.empty();
    }

    private static int least(HorizontalPodAutoscaler autoscaler) {
        return Objects.requireNonNullElse(autoscaler.getSpec().getMinReplicas(), 1);
    }

    private static Problem problem(PlacedObject placed, String what, String mend) {
        return new Problem("K21", what, placed.from().place(), mend);
    }
}
