package dev.groundplan.inventory;

import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.facts.Connection;
import dev.groundplan.inventory.Inventory.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts and what each is made with, as a diagram of Mermaid, by which world they stand in: a part with Terraform elements
 * alone in AWS, one with objects in the cluster. A connection while the platform runs is a thick arrow with its words.
 */
final class Picture {

    private final ExpandedPlatform platform;

    private Picture(ExpandedPlatform platform) {
        this.platform = platform;
    }

    static Optional<Section> of(ExpandedPlatform platform) {
        return platform.platform().parts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("What is made with what", new Picture(platform).text()));
    }

    private String text() {
        var lines = new ArrayList<String>();
        lines.add("```mermaid");
        lines.add("flowchart LR");
        worlds().forEach((world, parts) -> {
            lines.add("  subgraph world_%s[\"%s\"]".formatted(world, world));
            parts.forEach(id -> lines.add("    %s[\"%s<br>%s\"]".formatted(node(id), id.name(), id.kind())));
            lines.add("  end");
        });
        lines.addAll(arrows());
        lines.add("```");
        return String.join("\n", lines) + "\n\nA thin arrow: is described with. A thick one: talks to.\n";
    }

    private SortedMap<String, List<PartId>> worlds() {
        var inCluster = new TreeSet<String>();
        platform.kubernetes()
                .forEach(placed -> inCluster.add(placed.from().place().toString()));
        var worlds = new TreeMap<String, List<PartId>>();
        for (var part : platform.platform().parts()) {
            var world = inCluster.contains(place(part)) ? "Kubernetes" : "AWS";
            worlds.computeIfAbsent(world, unseen -> new ArrayList<>()).add(part.id());
        }
        return worlds;
    }

    private String place(Part part) {
        return Place.of(platform.platform(), part).toString();
    }

    private SequencedSet<String> arrows() {
        var arrows = new LinkedHashSet<String>();
        for (var part : platform.platform().parts()) {
            for (var reference : part.references()) {
                arrows.add("  %s --> %s"
                        .formatted(node(part.id()), node(reference.to().id())));
            }
        }
        for (var connection : platform.facts(Connection.class)) {
            arrows.add(
                    "  %s ==>|\"%s\"| %s".formatted(node(connection.from()), connection.as(), node(connection.to())));
        }
        return arrows;
    }

    private static String node(PartId id) {
        return id.kind().identifier() + "__" + id.name().identifier();
    }
}
