package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.OCIRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A release of the chart kube-prometheus-stack, whichever part it is from. */
record PrometheusRelease(PlacedObject placed, HelmRelease release) {

    private static final String CHART = "kube-prometheus-stack";

    static List<PrometheusRelease> all(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof HelmRelease release && isOfChart(platform, release))
                .map(placed -> new PrometheusRelease(placed, (HelmRelease) placed.object()))
                .toList();
    }

    /** Returns what Helm calls it. */
    String name() {
        var name = release.getSpec().getReleaseName();
        return name == null ? release.getMetadata().getName() : name;
    }

    /** Returns the namespace that the chart's objects are in. */
    String namespace() {
        var target = release.getSpec().getTargetNamespace();
        return target == null ? release.getMetadata().getNamespace() : target;
    }

    /** Returns the value at a path with points between its keys. */
    Optional<Object> at(String path) {
        var values = release.getSpec().getValues();
        Optional<Object> node = values == null ? Optional.empty() : Optional.ofNullable(values.getValue());
        for (var key : path.split("\\.", -1)) {
            node = node.filter(Map.class::isInstance).flatMap(map -> Optional.ofNullable(((Map<?, ?>) map).get(key)));
        }
        return node;
    }

    /** Returns the text at a path; a chart takes an empty one for none. */
    Optional<String> textAt(String path) {
        return at(path).map(String::valueOf).filter(text -> !text.isEmpty());
    }

    /** Returns whether something that the chart does by itself was switched off. */
    boolean isOff(String path) {
        return at(path).filter(Boolean.FALSE::equals).isPresent();
    }

    /** Returns the map of texts at a path. */
    Map<String, String> textsAt(String path) {
        var texts = new TreeMap<String, String>();
        if (at(path).orElse("") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }

    private static boolean isOfChart(ExpandedPlatform platform, HelmRelease release) {
        var spec = release.getSpec();
        if (spec == null || spec.getChartRef() == null) {
            return spec != null
                    && spec.getChart() != null
                    && spec.getChart().getSpec() != null
                    && CHART.equals(spec.getChart().getSpec().getChart());
        }
        var ref = spec.getChartRef();
        var namespace = ref.getNamespace() == null ? release.getMetadata().getNamespace() : ref.getNamespace();
        return platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(OCIRepository.class::isInstance)
                .map(OCIRepository.class::cast)
                .anyMatch(source -> source.getMetadata().getName().equals(ref.getName())
                        && source.getMetadata().getNamespace().equals(namespace)
                        && source.getSpec().getUrl().endsWith("/" + CHART));
    }
}
