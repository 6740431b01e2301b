package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.ApplyTime;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.kubernetes.flux.KustomizationSpec;
import dev.groundplan.values.GoDuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Kustomizations of Flux that give up before the charts and rollouts in their directory have. */
final class KustomizationEndsTooSoon implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return Capabilities.applied(platform).stream()
                .flatMap(applied -> problems(applied, platform))
                .toList();
    }

    private static Stream<Problem> problems(AppliedByFlux applied, ExpandedPlatform platform) {
        var time = ApplyTime.of(platform.kubernetes().stream()
                .filter(placed -> applied.covers(placed.placement()))
                .map(PlacedObject::object)
                .toList());
        return kustomizations(platform, applied)
                .flatMap(placed -> timeout(placed)
                        .filter(timeout -> timeout.compareTo(time) < 0)
                        .map(timeout -> problem(placed, applied, timeout, time))
                        .stream());
    }

    static Stream<PlacedObject> kustomizations(ExpandedPlatform platform, AppliedByFlux applied) {
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Kustomization
                        && placed.object().getMetadata().getName().equals(applied.kustomization()));
    }

    /** How long a Kustomization waits, if it does. */
    static Optional<GoDuration> timeout(PlacedObject placed) {
        return Optional.ofNullable(((Kustomization) placed.object()).getSpec())
                .filter(spec -> Boolean.TRUE.equals(spec.getWait()))
                .map(KustomizationEndsTooSoon::timeout);
    }

    private static GoDuration timeout(KustomizationSpec spec) {
        return GoDuration.parse(spec.getTimeout() == null ? spec.getInterval() : spec.getTimeout());
    }

    private static Problem problem(PlacedObject placed, AppliedByFlux applied, GoDuration timeout, GoDuration time) {
        return new Problem(
                "G04",
                "The %s gives up after %s, and what it applies in `%s` may take %s until it is ready."
                        .formatted(placed.label(), timeout, applied.at(), time),
                placed.from().place(),
                "give it `timeout: %s` or more, or the charts less time".formatted(time));
    }
}
