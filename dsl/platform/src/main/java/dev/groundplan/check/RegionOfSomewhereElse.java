package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.PodTemplates;
import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStore;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds charts, pods and secret stores that are told another region than the platform stands in. */
final class RegionOfSomewhereElse implements ElementsCheck {

    private static final List<String> VARIABLES = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

    /** Something told a region. */
    private record Told(String who, String where, String region, Place place) {}

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var region = platform.platform().site().region().code();
        return Stream.concat(
                        InstalledChart.known(platform).stream().flatMap(RegionOfSomewhereElse::inValues),
                        platform.kubernetes().stream().flatMap(RegionOfSomewhereElse::inObject))
                .filter(told -> !told.region().equals(region))
                .map(told -> new Problem(
                        "X05",
                        "The %s is told the region `%s` in %s, and the platform stands in `%s`."
                                .formatted(told.who(), told.region(), told.where(), region),
                        told.place(),
                        "write `%s`, or leave it to the part that knows it: site.region()".formatted(region)))
                .toList();
    }

    private static Stream<Told> inValues(InstalledChart installed) {
        var place = installed.facts().orElseThrow().region();
        return place.flatMap(where -> RegionValue.of(installed, where)).stream()
                .map(region -> new Told(
                        installed.placed().label(),
                        "the value `" + place.orElseThrow().path() + "`",
                        region,
                        installed.placed().from().of(region)));
    }

    private static Stream<Told> inObject(PlacedObject placed) {
        return Stream.concat(
                inStore(placed).map(region -> told(placed, "`spec.provider.aws.region`", region)).stream(),
                PodTemplates.of(placed.object()).stream()
                        .flatMap(template -> template.getSpec().getContainers().stream())
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getName() != null
                                && VARIABLES.contains(variable.getName())
                                && variable.getValue() != null)
                        .map(variable -> told(placed, "env `" + variable.getName() + "`", variable.getValue())));
    }

    private static Told told(PlacedObject placed, String where, String region) {
        return new Told(placed.label(), where, region, placed.from().of(region));
    }

    private static Optional<String> inStore(PlacedObject placed) {
        return switch (placed.object()) {
            case SecretStore store
            when store.getSpec() != null ->
                Optional.ofNullable(store.getSpec().getProvider())
                        .map(provider -> provider.getAws())
                        .map(aws -> aws.getRegion());
            case ClusterSecretStore store
            when store.getSpec() != null ->
                Optional.ofNullable(store.getSpec().getProvider())
                        .map(provider -> provider.getAws())
                        .map(aws -> aws.getRegion());
            default -> Optional.empty();
        };
    }
}
