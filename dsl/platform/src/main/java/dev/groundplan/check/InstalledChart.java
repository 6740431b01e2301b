package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.ChartFacts;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.HelmRepository;
import dev.groundplan.kubernetes.flux.OCIRepository;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A HelmRelease and what is known of the chart that it installs.
 *
 * @param placed where it is
 * @param release the object
 * @param chart which chart in which version, where both can be told
 * @param facts what is known of it
 */
record InstalledChart(PlacedObject placed, HelmRelease release, Optional<ChartName> chart, Optional<ChartFacts> facts) {

    /** A chart of a repository in one version. */
    record ChartName(String repository, String chart, String version) {

        Optional<ChartFacts> facts(ExpandedPlatform platform) {
            return Stream.concat(
                            platform.facts(ChartFacts.class).stream().filter(facts -> facts.isOf(chart, version)),
                            ChartFacts.known(chart, version).stream())
                    .filter(facts -> withoutSlash(facts.repository()).equals(withoutSlash(repository)))
                    .findFirst();
        }

        private static String withoutSlash(String address) {
            return address.replaceAll("/+$", "");
        }
    }

    /** Returns every HelmRelease of the platform. */
    static List<InstalledChart> all(ExpandedPlatform platform) {
        var all = new ArrayList<InstalledChart>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof HelmRelease release && release.getSpec() != null) {
                var chart = chart(platform, release);
                all.add(new InstalledChart(placed, release, chart, chart.flatMap(name -> name.facts(platform))));
            }
        }
        return all;
    }

    /** Returns every HelmRelease whose chart is known. */
    static List<InstalledChart> known(ExpandedPlatform platform) {
        return all(platform).stream()
                .filter(installed -> installed.facts().isPresent())
                .toList();
    }

    /** Returns whether it installs a chart of this name, whatever is known of its repository and version. */
    boolean isOf(String name) {
        var spec = release.getSpec();
        var named = spec.getChart() == null || spec.getChart().getSpec() == null
                ? chart.map(ChartName::chart)
                : Optional.ofNullable(spec.getChart().getSpec().getChart());
        return named.filter(name::equals).isPresent();
    }

    /** Returns what Helm calls the release. */
    String name() {
        var name = release.getSpec().getReleaseName();
        return name == null ? release.getMetadata().getName() : name;
    }

    /** Returns the namespace that the chart's objects are in. */
    String namespace() {
        var target = release.getSpec().getTargetNamespace();
        return target == null ? release.getMetadata().getNamespace() : target;
    }

    /** Returns the values. */
    SortedMap<String, Object> values() {
        return Optional.ofNullable(release.getSpec().getValues())
                .map(AnyType::getValue)
                .filter(Map.class::isInstance)
                .map(map -> textKeys((Map<?, ?>) map))
                .orElseGet(TreeMap::new);
    }

    /** Returns the value at a path with points between its keys. */
    Optional<Object> at(String path) {
        Optional<Object> node = Optional.of(values());
        for (var key : path.split("\\.", -1)) {
            node = node.filter(Map.class::isInstance).flatMap(map -> Optional.ofNullable(((Map<?, ?>) map).get(key)));
        }
        return node.filter(value -> !value.equals(""));
    }

    /** Hands every value that is no map to {@code reader}, with its path. */
    void eachValue(BiConsumer<String, Object> reader) {
        each("", values(), reader);
    }

    private static void each(String path, Map<?, ?> map, BiConsumer<String, Object> reader) {
        map.forEach((key, value) -> {
            var here = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            if (value instanceof Map<?, ?> below) {
                each(here, below, reader);
            } else {
                reader.accept(here, value);
            }
        });
    }

    private static Optional<ChartName> chart(ExpandedPlatform platform, HelmRelease release) {
        var spec = release.getSpec();
        if (spec.getChartRef() != null) {
            return source(platform, release, spec.getChartRef().getName(), OCIRepository.class)
                    .flatMap(InstalledChart::chart);
        }
        if (spec.getChart() == null || spec.getChart().getSpec() == null) {
            return Optional.empty();
        }
        var chart = spec.getChart().getSpec();
        return chart.getSourceRef() == null || chart.getVersion() == null
                ? Optional.empty()
                : source(platform, release, chart.getSourceRef().getName(), HelmRepository.class)
                        .map(repository ->
                                new ChartName(repository.getSpec().getUrl(), chart.getChart(), chart.getVersion()));
    }

    private static Optional<ChartName> chart(OCIRepository source) {
        var url = source.getSpec().getUrl();
        var ref = source.getSpec().getRef();
        int slash = url.lastIndexOf('/');
        return ref == null || ref.getTag() == null || slash < 0
                ? Optional.empty()
                : Optional.of(new ChartName(url.substring(0, slash), url.substring(slash + 1), ref.getTag()));
    }

    private static <T extends HasMetadata> Optional<T> source(
            ExpandedPlatform platform, HelmRelease release, String name, Class<T> kind) {
        return platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(source -> source.getMetadata().getName().equals(name))
                .filter(source -> source.getMetadata().getNamespace().equals(sourceNamespace(release)))
                .findFirst();
    }

    private static String sourceNamespace(HelmRelease release) {
        var ref = release.getSpec().getChartRef();
        var chart = release.getSpec().getChart();
        var said = ref == null ? chart.getSpec().getSourceRef().getNamespace() : ref.getNamespace();
        return said == null ? release.getMetadata().getNamespace() : said;
    }

    private static SortedMap<String, Object> textKeys(Map<?, ?> map) {
        var keys = new TreeMap<String, Object>();
        map.forEach((key, value) -> keys.put(String.valueOf(key), value));
        return keys;
    }
}
