package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A name that an Ingress serves.
 *
 * @param host such as {@code shop.example.com}
 * @param ingress the Ingress
 * @param placed where it is
 */
record IngressHost(String host, Ingress ingress, PlacedObject placed) {

    /** Returns every name of every Ingress, once each. */
    static Stream<IngressHost> all(ExpandedPlatform platform) {
        return platform.kubernetes().stream().flatMap(IngressHost::of);
    }

    /** Returns every name of one object, none if it is no Ingress. */
    static Stream<IngressHost> of(PlacedObject placed) {
        if (!(placed.object() instanceof Ingress ingress) || ingress.getSpec() == null) {
            return Stream.empty();
        }
        return ingress.getSpec().getRules().stream()
                .map(IngressRule::getHost)
                .filter(Objects::nonNull)
                .distinct()
                .map(host -> new IngressHost(host, ingress, placed));
    }

    /** Returns an annotation of the load balancer controller, such as {@code group.name}. */
    Optional<String> annotation(String name) {
        return Optional.ofNullable(ingress.getMetadata().getAnnotations())
                .map(all -> all.get("alb.ingress.kubernetes.io/" + name));
    }

    /** Returns whether the domain is the name's own or one above it. */
    boolean isWithin(String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    Place place() {
        return placed.from().of(host);
    }
}
