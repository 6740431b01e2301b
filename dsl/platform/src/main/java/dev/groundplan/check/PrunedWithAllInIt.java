package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds objects that take others or data along when they go, and that Flux would delete once they leave the description. */
final class PrunedWithAllInIt implements ElementsCheck {

    private static final String PRUNE = "kustomize.toolkit.fluxcd.io/prune";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .filter(placed ->
                        Capabilities.applied(platform).stream().anyMatch(applied -> applied.covers(placed.placement())))
                .filter(placed -> holdsMore(placed.object()) && !isKept(placed.object()))
                .map(PrunedWithAllInIt::problem)
                .toList();
    }

    private static boolean holdsMore(HasMetadata object) {
        return object instanceof Namespace
                || object instanceof PersistentVolumeClaim
                || object instanceof PersistentVolume
                || object instanceof CustomResourceDefinition;
    }

    private static boolean isKept(HasMetadata object) {
        return saysSo(object.getMetadata().getLabels())
                || saysSo(object.getMetadata().getAnnotations());
    }

    private static boolean saysSo(@Nullable Map<String, String> said) {
        return said != null && "disabled".equals(said.get(PRUNE));
    }

    private static Problem problem(PlacedObject placed) {
        return new Problem(
                "G06",
                "Flux would delete the %s, and all that goes with it, as soon as it leaves the description."
                        .formatted(placed.label()),
                placed.from().place(),
                "annotate it: `%s: disabled`; whoever really wants it gone deletes it by hand".formatted(PRUNE));
    }
}
