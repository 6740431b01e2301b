package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Objects;

/** Finds pods that everybody in the cluster reaches, or that reach everybody, since no network policy is about them. */
final class PodWithoutNetworkPolicy implements ElementsCheck {

    private static final List<String> DIRECTIONS = List.of("Ingress", "Egress");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var policies = platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .filter(policy -> policy.getSpec() != null)
                .toList();
        return Pods.all(platform).stream()
                .filter(pods -> !Boolean.TRUE.equals(pods.template().getSpec().getHostNetwork()))
                .flatMap(pods -> DIRECTIONS.stream()
                        .filter(direction -> policies.stream().noneMatch(policy -> isAbout(policy, pods, direction)))
                        .map(direction -> problem(pods, direction))
                        .limit(1))
                .toList();
    }

    private static boolean isAbout(NetworkPolicy policy, Pods pods, String direction) {
        var types = Objects.requireNonNullElse(policy.getSpec().getPolicyTypes(), List.<String>of());
        boolean isOfDirection = types.contains(direction) || (types.isEmpty() && direction.equals("Ingress"));
        return isOfDirection
                && Pods.namespace(policy).equals(pods.namespace())
                && Selectors.select(policy.getSpec().getPodSelector(), pods.labels());
    }

    private static Problem problem(Pods pods, String direction) {
        return new Problem(
                "K11",
                "No network policy of the direction `%s` is about the pods of the %s, so %s."
                        .formatted(
                                direction,
                                pods.placed().label(),
                                direction.equals("Ingress")
                                        ? "every pod of the cluster reaches them"
                                        : "they reach everything"),
                pods.placed().from().place(),
                "close their namespace, as in cluster.namespace(\"%s\").isolated(), and allow what they need by a policy of their own"
                        .formatted(pods.namespace()));
    }
}
