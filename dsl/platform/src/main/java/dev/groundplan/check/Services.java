package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which Service sends to which pods. */
final class Services {

    private Services() {}

    /** Whether a Service sends to the pods of this template, in its namespace. */
    static boolean select(Service service, HasMetadata owner, PodTemplateSpec template) {
        var selector = service.getSpec().getSelector();
        var labels = Optional.ofNullable(template.getMetadata())
                .map(metadata -> metadata.getLabels())
                .orElseGet(TreeMap::new);
        return selector != null
                && !selector.isEmpty()
                && Objects.equals(
                        service.getMetadata().getNamespace(),
                        owner.getMetadata().getNamespace())
                && contains(labels, selector);
    }

    /** Whether these labels have all that are asked for. */
    static boolean contains(Map<String, String> labels, Map<String, String> asked) {
        return labels.entrySet().containsAll(asked.entrySet());
    }

    /** The Services that send to an app. */
    static List<PlacedObject> of(ExpandedPlatform platform, RunApp app) {
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Service service
                        && select(service, app.object().object(), app.template()))
                .toList();
    }

    /** Whether an Ingress leads to an app. */
    static boolean lead(ExpandedPlatform platform, Ingress ingress, RunApp app) {
        var names = backends(ingress).toList();
        return of(platform, app).stream()
                .map(PlacedObject::object)
                .filter(service -> Objects.equals(
                        service.getMetadata().getNamespace(),
                        ingress.getMetadata().getNamespace()))
                .anyMatch(service -> names.contains(service.getMetadata().getName()));
    }

    private static Stream<String> backends(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .flatMap(rule -> Optional.ofNullable(rule.getHttp()).stream())
                .flatMap(http -> http.getPaths().stream())
                .flatMap(path -> Optional.ofNullable(path.getBackend().getService()).stream())
                .map(service -> service.getName());
    }
}
