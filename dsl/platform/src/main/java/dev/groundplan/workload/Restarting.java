package dev.groundplan.workload;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.TreeMap;

/**
 * Pods that start anew when a Secret that they read has changed. A changed ConfigMap of ours rolls them by itself.
 *
 * @see <a href="https://docs.stakater.com/reloader/1.4/reference/annotations.html">Reloader: annotations</a>
 */
record Restarting() implements Aspect {

    private static final String ANNOTATION = "secret.reloader.stakater.com/auto";

    @Override
    public void adjust(ObjectMeta metadata) {
        var annotations = new TreeMap<>(metadata.getAnnotations());
        annotations.put(ANNOTATION, "true");
        metadata.setAnnotations(annotations);
    }
}
