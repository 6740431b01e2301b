package dev.groundplan.inventory;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.NodePool;
import dev.groundplan.facts.NodeSize;
import dev.groundplan.facts.NodeSizes;
import dev.groundplan.inventory.Inventory.Section;
import java.util.List;
import java.util.Optional;

/** The nodes that pods may be put on. */
final class Nodes {

    private Nodes() {}

    static Optional<Section> of(ExpandedPlatform platform) {
        var sizes = NodeSizes.read();
        var rows = platform.facts(NodePool.class).stream()
                .map(pool -> row(pool, sizes))
                .toList();
        return Section.table(
                "Nodes", List.of("node group", "instance type", "nodes", "fits on each", "taken by"), rows);
    }

    private static List<String> row(NodePool pool, NodeSizes sizes) {
        var taints = pool.taints().stream()
                .map(taint -> taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value()) + ":" + taint.effect())
                .toList();
        return List.of(
                Table.code(pool.cluster().name() + "/" + pool.name()),
                Table.code(pool.instanceType()) + " (" + pool.architecture() + ")",
                pool.count().least() + " to " + pool.count().most(),
                sizes.of(pool.instanceType()).map(Nodes::room).orElse("not known here"),
                taints.isEmpty() ? "any pod" : "pods that tolerate " + Table.code(taints));
    }

    private static String room(NodeSize size) {
        return size.millicores() + "m processor, " + size.mebibytes() + " MiB memory, " + size.pods() + " pods";
    }
}
