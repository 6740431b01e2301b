package dev.groundplan.values;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The availability zones that something is spread over, in the order given: two to six, all of one region. */
public record Zones(List<Zone> zones) {

    /** Refuses fewer than two zones, more than six, one twice, or zones of two regions. */
    public Zones {
        zones = List.copyOf(zones);
        Refusal.between(2, zones.size(), 6, "number of zones", "as in zones(\"eu-west-2a\", \"eu-west-2b\").");
        refuseRepeated(zones);
        refuseOtherRegion(zones);
    }

    static Zones of(String... names) {
        return new Zones(Stream.of(names).map(Zone::new).toList());
    }

    /** Returns the region that all of them lie in. */
    public Region region() {
        return zones.getFirst().region();
    }

    /** Returns how many there are. */
    public int count() {
        return zones.size();
    }

    private static void refuseRepeated(List<Zone> zones) {
        var seen = new LinkedHashSet<Zone>();
        for (var zone : zones) {
            if (!seen.add(zone)) {
                throw Refusal.of("The zone `%s` is named twice: name each zone once.", zone);
            }
        }
    }

    private static void refuseOtherRegion(List<Zone> zones) {
        var first = zones.getFirst();
        for (var zone : zones) {
            if (!zone.region().equals(first.region())) {
                throw Refusal.of("The zones `%s` and `%s` lie in two regions: name zones of one region.", first, zone);
            }
        }
    }
}
