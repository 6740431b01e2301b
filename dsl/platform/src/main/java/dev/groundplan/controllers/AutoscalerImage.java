package dev.groundplan.controllers;

import dev.groundplan.values.Version;
import java.util.List;

/**
 * The image of the cluster autoscaler for one minor version of Kubernetes, from {@code cluster-autoscaler-images.txt}.
 *
 * @param minor such as {@code 1.36}
 * @param tag such as {@code v1.36.1}
 */
record AutoscalerImage(String minor, String tag) {

    static AutoscalerImage of(Version kubernetes) {
        var all = DataFile.lines("cluster-autoscaler-images.txt").stream()
                .map(line -> List.of(line.split(" ", -1)))
                .map(words -> new AutoscalerImage(words.getFirst(), words.getLast()))
                .toList();
        return all.stream()
                .filter(image -> image.minor().equals(kubernetes.text()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No cluster autoscaler for Kubernetes %s is known here: choose %s for the cluster, as in kubernetes(\"%s\")."
                                .formatted(
                                        kubernetes,
                                        String.join(
                                                " or ",
                                                all.stream()
                                                        .map(AutoscalerImage::minor)
                                                        .toList()),
                                        all.getLast().minor())));
    }
}
