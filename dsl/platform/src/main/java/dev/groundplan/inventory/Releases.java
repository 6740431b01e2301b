package dev.groundplan.inventory;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.inventory.Inventory.Section;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.OCIRepository;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The charts that Flux installs. */
final class Releases {

    private Releases() {}

    static Optional<Section> of(ExpandedPlatform platform) {
        var rows = ObjectsOf.kind(platform, HelmRelease.class)
                .map(release -> row(platform, release))
                .toList();
        return Section.table("Charts", List.of("release", "chart", "version"), rows);
    }

    private static List<String> row(ExpandedPlatform platform, HelmRelease release) {
        var spec = release.getSpec();
        var name = release.getMetadata().getNamespace() + "/"
                + release.getMetadata().getName();
        if (spec.getChart() != null) {
            var chart = spec.getChart().getSpec();
            return List.of(Table.code(name), Table.code(chart.getChart()), Table.code(orNone(chart.getVersion())));
        }
        var repository = ObjectsOf.kind(platform, OCIRepository.class)
                .filter(candidate -> spec.getChartRef() != null
                        && candidate
                                .getMetadata()
                                .getName()
                                .equals(spec.getChartRef().getName()))
                .findFirst();
        return List.of(
                Table.code(name),
                Table.code(repository.map(found -> found.getSpec().getUrl()).orElse("")),
                Table.code(repository.map(Releases::version).orElse("")));
    }

    private static String version(OCIRepository repository) {
        var ref = repository.getSpec().getRef();
        return ref == null ? "" : orNone(ref.getTag() == null ? ref.getSemver() : ref.getTag());
    }

    private static String orNone(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
