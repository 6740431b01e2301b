package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A release of the chart kube-prometheus-stack, whichever part it is from. */
record PrometheusRelease(InstalledChart installed) {

    private static final String CHART = "kube-prometheus-stack";

    static List<PrometheusRelease> all(ExpandedPlatform platform) {
        return InstalledChart.all(platform).stream()
                .filter(installed -> installed.isOf(CHART))
                .map(PrometheusRelease::new)
                .toList();
    }

    PlacedObject placed() {
        return installed.placed();
    }

    /** Returns the text at a path; a chart takes an empty one for none. */
    Optional<String> textAt(String path) {
        return installed.at(path).map(String::valueOf);
    }

    /** Returns whether something that the chart does by itself was switched off. */
    boolean isOff(String path) {
        return installed.at(path).filter(Boolean.FALSE::equals).isPresent();
    }

    /** Returns the map of texts at a path. */
    Map<String, String> textsAt(String path) {
        var texts = new TreeMap<String, String>();
        if (installed.at(path).orElse("") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }
}
