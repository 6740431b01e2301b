package dev.groundplan.facts;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Returns their names. */
    static List<String> of(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(Map::entrySet).stream()
                .flatMap(annotations -> annotations.stream())
                .flatMap(annotation -> reader(object, annotation.getKey(), annotation.getValue()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> reader(HasMetadata object, String key, String value) {
        boolean isOn = RELOADER_SWITCHES.contains(key) && value.equals("true");
        if (isOn || RELOADER_LISTS.contains(key)) {
            return Stream.of("reloader");
        }
        boolean canHaveRecord = object instanceof Ingress || object instanceof Service;
        return canHaveRecord && EXTERNAL_DNS.stream().anyMatch(key::startsWith)
                ? Stream.of("external-dns")
                : Stream.empty();
    }
}
