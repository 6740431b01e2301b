package dev.groundplan.facts;

import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.HelmReleaseSpec;
import dev.groundplan.kubernetes.flux.helmreleasespec.Install;
import dev.groundplan.kubernetes.flux.helmreleasespec.Upgrade;
import dev.groundplan.values.GoDuration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long objects that are applied together may take until all of them are ready. */
public final class ApplyTime {

    /** What Helm allows itself, and what a Deployment allows its rollout, where nothing is said. */
    private static final GoDuration HELM = GoDuration.minutes(5);

    private static final GoDuration ROLLOUT = GoDuration.minutes(10);

    private ApplyTime() {}

    /**
     * Returns the longest time that the objects allow themselves: charts one after the other, since they may wait for each
     * other, rollouts beside each other.
     */
    public static GoDuration of(List<? extends HasMetadata> objects) {
        var charts = objects.stream()
                .filter(HelmRelease.class::isInstance)
                .map(release -> ofRelease((HelmRelease) release))
                .reduce(new GoDuration(0), GoDuration::plus);
        return objects.stream().flatMap(ApplyTime::ofRollout).reduce(charts, GoDuration::orAtLeast);
    }

    /** Returns how long one step of a chart's release may take: installing, or bringing it to other values. */
    public static GoDuration ofRelease(HelmRelease release) {
        var spec = Optional.ofNullable(release.getSpec());
        var forAll =
                spec.map(HelmReleaseSpec::getTimeout).map(GoDuration::parse).orElse(HELM);
        var install = spec.map(HelmReleaseSpec::getInstall)
                .map(Install::getTimeout)
                .map(GoDuration::parse)
                .orElse(forAll);
        var upgrade = spec.map(HelmReleaseSpec::getUpgrade)
                .map(Upgrade::getTimeout)
                .map(GoDuration::parse)
                .orElse(forAll);
        return install.orAtLeast(upgrade);
    }

    private static Stream<GoDuration> ofRollout(HasMetadata object) {
        return switch (object) {
            case Deployment deployment
            when deployment.getSpec() != null ->
                Stream.of(Optional.ofNullable(deployment.getSpec().getProgressDeadlineSeconds())
                        .map(seconds -> new GoDuration(seconds))
                        .orElse(ROLLOUT));
            case StatefulSet set -> Stream.of(ROLLOUT);
            case DaemonSet set -> Stream.of(ROLLOUT);
            default -> Stream.empty();
        };
    }
}
