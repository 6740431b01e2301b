package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.PodTemplates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pods of one template.
 *
 * @param placed what starts them
 * @param template what they are
 * @param least how many there are at least
 * @param most how many there are at most, apart from rollouts; 0 where that is one on every node
 * @param surge how many more there may be during a rollout
 */
record Pods(PlacedObject placed, PodTemplateSpec template, int least, int most, int surge) {

    static List<Pods> all(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .flatMap(placed -> of(placed, platform).stream())
                .toList();
    }

    /** Those that run all the time, and on some nodes only: what must have room. */
    static List<Pods> lasting(ExpandedPlatform platform) {
        return all(platform).stream()
                .filter(pods -> pods.object() instanceof Deployment || pods.object() instanceof StatefulSet)
                .toList();
    }

    HasMetadata object() {
        return placed.object();
    }

    String namespace() {
        return namespace(placed.object());
    }

    Map<String, String> labels() {
        return Optional.ofNullable(template.getMetadata())
                .map(metadata -> metadata.getLabels())
                .orElseGet(TreeMap::new);
    }

    /** The most there may be at any time. */
    int worst() {
        return most + surge;
    }

    /** How many there may be, as a reader is told it: {@code up to 10 pods (13 during a rollout)}. */
    String howMany() {
        return surge == 0
                ? "up to %s pods".formatted(most)
                : "up to %s pods (%s during a rollout)".formatted(most, worst());
    }

    static String namespace(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getNamespace(), "default");
    }

    /** What has no template, or one without a spec, starts nothing: the API server will say so. */
    private static Optional<Pods> of(PlacedObject placed, ExpandedPlatform platform) {
        return PodTemplates.of(placed.object()).map(template -> switch (placed.object()) {
            case Deployment deployment ->
                scaled(placed, template, deployment.getSpec().getReplicas(), platform)
                        .rollingOut(deployment);
            case StatefulSet set -> scaled(placed, template, set.getSpec().getReplicas(), platform);
            case DaemonSet set -> new Pods(placed, template, 0, 0, 0);
            default -> new Pods(placed, template, 0, 1, 0);
        });
    }

    private static Pods scaled(
            PlacedObject placed,
            PodTemplateSpec template,
            @org.jspecify.annotations.Nullable Integer replicas,
            ExpandedPlatform platform) {
        int count = Objects.requireNonNullElse(replicas, 1);
        return autoscalers(platform)
                .filter(autoscaler -> isOf(autoscaler, placed.object()))
                .findFirst()
                .map(autoscaler -> new Pods(
                        placed,
                        template,
                        Objects.requireNonNullElse(autoscaler.getSpec().getMinReplicas(), 1),
                        autoscaler.getSpec().getMaxReplicas(),
                        0))
                .orElse(new Pods(placed, template, count, count, 0));
    }

    private Pods rollingOut(Deployment deployment) {
        var strategy = deployment.getSpec().getStrategy();
        if (strategy != null && "Recreate".equals(strategy.getType())) {
            return this;
        }
        var extra = strategy == null || strategy.getRollingUpdate() == null
                ? 0
                : Share.of(strategy.getRollingUpdate().getMaxSurge()).roundedUp(most);
        return new Pods(placed, template, least, most, extra);
    }

    /** Whether an autoscaler says what it must. */
    static boolean isWhole(HorizontalPodAutoscaler autoscaler) {
        var spec = autoscaler.getSpec();
        return spec != null && spec.getScaleTargetRef() != null && spec.getMaxReplicas() != null;
    }

    static boolean isOf(HorizontalPodAutoscaler autoscaler, HasMetadata target) {
        var reference = autoscaler.getSpec().getScaleTargetRef();
        return namespace(autoscaler).equals(namespace(target))
                && target.getKind().equals(reference.getKind())
                && target.getMetadata().getName().equals(reference.getName());
    }

    private static Stream<HorizontalPodAutoscaler> autoscalers(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(HorizontalPodAutoscaler.class::isInstance)
                .map(HorizontalPodAutoscaler.class::cast)
                .filter(Pods::isWhole);
    }
}
