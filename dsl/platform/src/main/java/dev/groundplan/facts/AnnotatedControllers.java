package dev.groundplan.facts;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The controllers that an object asks something of by its annotations: without them, nobody reads these.
 *
 * @see <a href="https://docs.stakater.com/reloader/1.4/reference/annotations.html">Reloader: annotations</a>
 * @see <a href="https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/">external-dns:
 *     annotations</a>
 */
final class AnnotatedControllers {

    private static final List<String> RELOADER_SWITCHES = List.of(
            "reloader.stakater.com/auto",
            "reloader.stakater.com/search",
            "secret.reloader.stakater.com/auto",
            "configmap.reloader.stakater.com/auto");

    private static final List<String> RELOADER_LISTS =
            List.of("secret.reloader.stakater.com/reload", "configmap.reloader.stakater.com/reload");

    private static final List<String> EXTERNAL_DNS =
            List.of("external-dns.alpha.kubernetes.io/", "external-dns.kubernetes.io/");

    private AnnotatedControllers() {}

    /** Returns their names. Reloader looks at the pods' annotations as well. */
    static List<String> of(HasMetadata object) {
        var own = annotations(object.getMetadata());
        var ofPods = PodTemplates.of(object)
                .map(PodTemplateSpec::getMetadata)
                .map(AnnotatedControllers::annotations)
                .orElseGet(Collections::emptyMap);
        var controllers = new ArrayList<String>();
        if (askForRestarts(own) || askForRestarts(ofPods)) {
            controllers.add("reloader");
        }
        boolean canHaveRecord = object instanceof Ingress || object instanceof Service;
        if (canHaveRecord && askForRecords(own)) {
            controllers.add("external-dns");
        }
        return controllers;
    }

    private static Map<String, String> annotations(ObjectMeta metadata) {
        return Objects.requireNonNullElse(metadata.getAnnotations(), Collections.emptyMap());
    }

    private static boolean askForRestarts(Map<String, String> annotations) {
        return RELOADER_SWITCHES.stream().anyMatch(key -> "true".equals(annotations.get(key)))
                || RELOADER_LISTS.stream().anyMatch(annotations::containsKey);
    }

    private static boolean askForRecords(Map<String, String> annotations) {
        return annotations.keySet().stream()
                .anyMatch(key -> EXTERNAL_DNS.stream().anyMatch(key::startsWith));
    }
}
