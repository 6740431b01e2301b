package dev.groundplan.eks;

import java.util.List;

/** What pods choose nodes by. */
record NodeLabel(String key, String value) {

    private static final List<String> RESERVED = List.of("kubernetes.io", "k8s.io", "eks.amazonaws.com");
    private static final List<String> FREE = List.of("node.kubernetes.io", "kubelet.kubernetes.io");

    NodeLabel {
        Qualified.refuseBadKey("label", key);
        Qualified.refuseBadValue("label", value);
        refuseReserved(key);
    }

    /** A kubelet that is told to label its node so does not start. */
    private static void refuseReserved(String key) {
        var domain = Qualified.domain(key);
        if (isIn(domain, RESERVED) && !isIn(domain, FREE)) {
            throw new IllegalArgumentException(
                    ("`%s` is a label that nodes may not give themselves: `%s` is kept for Kubernetes and EKS. Choose a domain"
                                    + " of your own or none, as in .withLabel(\"example.com/team\", \"orders\").")
                            .formatted(key, domain));
        }
    }

    private static boolean isIn(String domain, List<String> parents) {
        return parents.stream().anyMatch(parent -> domain.equals(parent) || domain.endsWith("." + parent));
    }
}
