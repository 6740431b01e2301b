package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.SortedSet;
import java.util.TreeSet;

/** The zones that a platform has subnets in. */
final class Zones {

    private Zones() {}

    static SortedSet<String> of(ExpandedPlatform platform) {
        var zones = new TreeSet<String>();
        for (var placed : platform.terraform()) {
            if (placed.element() instanceof Resource resource
                    && resource.address().type().equals("aws_subnet")
                    && resource.body().attributes().get("availability_zone") instanceof TextLiteral zone) {
                zones.add(zone.value());
            }
        }
        return zones;
    }
}
