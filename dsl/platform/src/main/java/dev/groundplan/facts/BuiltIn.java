package dev.groundplan.facts;

import java.util.List;

/**
 * What every cluster of EKS has before anything is installed.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/#api-groups">Kubernetes: API groups</a>
 */
final class BuiltIn {

    private static final List<String> NAMESPACES = List.of("default", "kube-node-lease", "kube-public", "kube-system");

    private static final List<String> PRIORITY_CLASSES = List.of("system-cluster-critical", "system-node-critical");

    /** The last four come with EKS: its control plane and its network plugin. */
    private static final List<String> GROUPS = List.of(
            "",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "apps",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "coordination.k8s.io",
            "discovery.k8s.io",
            "events.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "networking.k8s.io",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "resource.k8s.io",
            "scheduling.k8s.io",
            "storage.k8s.io",
            "storagemigration.k8s.io",
            "crd.k8s.amazonaws.com",
            "networking.k8s.aws",
            "vpcresources.k8s.aws");

    private BuiltIn() {}

    static boolean has(Capability capability) {
        return switch (capability.kind()) {
            case DEFINITIONS -> GROUPS.contains(capability.name());
            case NAMESPACE -> NAMESPACES.contains(capability.name());
            case PRIORITY_CLASS -> PRIORITY_CLASSES.contains(capability.name());
            case INGRESS_CLASS, STORAGE_CLASS, API, SECRET_STORE, CONTROLLER -> false;
        };
    }
}
