package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.stream.Stream;

/** Finds Deployments that lose more than a quarter of their pods while a new version comes. */
final class RolloutThatTakesTooMany implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return Pods.all(platform).stream()
                .flatMap(pods ->
                        pods.object() instanceof Deployment deployment ? problems(pods, deployment) : Stream.empty())
                .toList();
    }

    private static Stream<Problem> problems(Pods pods, Deployment deployment) {
        var strategy = deployment.getSpec().getStrategy();
        if (strategy == null || strategy.getRollingUpdate() == null) {
            return Stream.empty();
        }
        var share = Share.of(strategy.getRollingUpdate().getMaxUnavailable());
        return share.roundedDown(pods.least()) * 4 > pods.least() ? Stream.of(problem(pods, share)) : Stream.empty();
    }

    private static Problem problem(Pods pods, Share share) {
        return new Problem(
                "K22",
                "A rollout of the %s may take %s of its %s pods away before new ones are ready, more than a quarter of what serves."
                        .formatted(pods.placed().label(), share.roundedDown(pods.least()), pods.least()),
                pods.placed().from().place(),
                "set `maxUnavailable: 0` and let new pods come first, with `maxSurge: 25%`");
    }
}
