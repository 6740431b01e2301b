package dev.groundplan.eks;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;

/**
 * The network policy that leaves a namespace's pods no connection but those that other policies allow. It is named after the
 * namespace, since those of all namespaces are kept in one directory.
 */
final class DefaultDeny {

    private static final String ENDING = "-default-deny";

    private DefaultDeny() {}

    static NetworkPolicy in(String namespace) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(namespace + ENDING)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    /** Whether a policy of another part stands in the namespace: its edges are said, so nothing else is meant to pass. */
    static boolean isMeant(String namespace, List<HasMetadata> objects) {
        return objects.stream()
                .anyMatch(object -> object instanceof NetworkPolicy policy
                        && namespace.equals(policy.getMetadata().getNamespace())
                        && !policy.getMetadata().getName().equals(namespace + ENDING));
    }
}
