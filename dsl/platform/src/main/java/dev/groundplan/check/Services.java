package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which Service sends to which pods, and which Ingress to which Service. */
final class Services {

    private Services() {}

    /** Whether a Service sends to these pods; one without a selector sends to none by itself. */
    static boolean sendsTo(Service service, Pods pods) {
        var selector = selector(service);
        return !selector.isEmpty()
                && Pods.namespace(service).equals(pods.namespace())
                && Selectors.all(selector, pods.labels());
    }

    static Map<String, String> selector(Service service) {
        return Optional.ofNullable(service.getSpec())
                .map(spec -> spec.getSelector())
                .orElseGet(TreeMap::new);
    }

    static List<ServicePort> ports(Service service) {
        return service.getSpec() == null ? List.of() : service.getSpec().getPorts();
    }

    /** The Services that send to these pods. */
    static List<PlacedObject> of(ExpandedPlatform platform, Pods pods) {
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Service service && sendsTo(service, pods))
                .toList();
    }

    /** Whether an Ingress leads to an app. */
    static boolean lead(ExpandedPlatform platform, Ingress ingress, RunApp app) {
        return behind(platform, ingress).stream().anyMatch(service -> sendsTo(service, app.pods()));
    }

    /** The Services that an Ingress sends to, as far as the platform has them. */
    static List<Service> behind(ExpandedPlatform platform, Ingress ingress) {
        var names = backends(ingress).toList();
        return platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(service -> Pods.namespace(service).equals(Pods.namespace(ingress))
                        && names.contains(service.getMetadata().getName()))
                .toList();
    }

    private static Stream<String> backends(Ingress ingress) {
        return Stream.ofNullable(ingress.getSpec())
                .flatMap(spec -> spec.getRules().stream())
                .flatMap(rule -> Stream.ofNullable(rule.getHttp()))
                .flatMap(http -> http.getPaths().stream())
                .flatMap(path -> Stream.ofNullable(path.getBackend()))
                .flatMap(backend -> Stream.ofNullable(backend.getService()))
                .map(service -> service.getName());
    }
}
