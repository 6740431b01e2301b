package dev.groundplan.inventory;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.inventory.Inventory.Section;
import dev.groundplan.kubernetes.flux.Kustomization;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What Flux applies together, and after what. */
final class Order {

    private Order() {}

    static Optional<Section> of(ExpandedPlatform platform) {
        var rows = ObjectsOf.kind(platform, Kustomization.class).map(Order::row).toList();
        return Section.table("Applied by Flux", List.of("Kustomization", "path", "after", "within"), rows);
    }

    private static List<String> row(Kustomization kustomization) {
        var spec = kustomization.getSpec();
        var after = spec.getDependsOn() == null
                ? List.<String>of()
                : spec.getDependsOn().stream().map(other -> other.getName()).toList();
        return List.of(
                Table.code(kustomization.getMetadata().getName()),
                Table.code(Objects.requireNonNullElse(spec.getPath(), "")),
                Table.code(after),
                Objects.requireNonNullElse(spec.getTimeout(), spec.getInterval()));
    }
}
