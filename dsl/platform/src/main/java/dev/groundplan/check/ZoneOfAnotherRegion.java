package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.List;
import java.util.stream.Stream;

/** Finds subnets in zones that do not belong to the environment's region. */
final class ZoneOfAnotherRegion implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var region = platform.platform().site().region().code();
        return platform.terraform().stream()
                .flatMap(placed -> zone(placed)
                        .filter(zone -> !zone.matches(region + "[a-z]"))
                        .map(zone -> problem(placed, zone, region)))
                .distinct()
                .toList();
    }

    private static Stream<String> zone(PlacedTerraform placed) {
        return placed.element() instanceof Resource resource
                        && resource.address().type().equals("aws_subnet")
                        && resource.body().attributes().get("availability_zone") instanceof TextLiteral zone
                ? Stream.of(zone.value())
                : Stream.empty();
    }

    private static Problem problem(PlacedTerraform placed, String zone, String region) {
        return new Problem(
                "T05",
                "The zone `%s` does not belong to the region `%s` of the environment.".formatted(zone, region),
                placed.from().of(zone),
                "name zones of %s, as in zones(\"%sa\", \"%sb\")".formatted(region, region, region));
    }
}
