package dev.groundplan.check;

import dev.groundplan.facts.Capability;

/** Which part brings what, for whoever forgot it. */
final class Bringers {

    private static final String FLUX = "flux(cluster, sync(\"https://…\", \"main\"))";

    private Bringers() {}

    /** What to add, or how to say that it is there. */
    static String mend(Capability capability) {
        return "add what brings it: .with(%s); if it is installed by other means, say so: .with(installed(\"…\").bringing(%s))"
                .formatted(part(capability), maker(capability));
    }

    private static String part(Capability capability) {
        var name = capability.name();
        return switch (capability.kind()) {
            case DEFINITIONS -> definitions(name);
            case INGRESS_CLASS -> "loadBalancerController(cluster)";
            case STORAGE_CLASS -> "additional(\"storage\", …) with a StorageClass `" + name + "`";
            case PRIORITY_CLASS -> "priorityClass(\"" + name + "\", …)";
            case NAMESPACE -> "cluster.namespace(\"" + name + "\")";
            case SECRET_STORE -> "additional(\"stores\", …) with the store `" + name + "`";
            case API -> name.equals("metrics.k8s.io") ? "metricsServer(cluster)" : "helmRelease(…)";
            case CONTROLLER -> controller(name);
        };
    }

    private static String controller(String name) {
        return switch (name) {
            case "reloader" -> "reloader(cluster)";
            case "external-dns" -> "externalDns(cluster, zone)";
            default -> "helmRelease(…)";
        };
    }

    private static String definitions(String group) {
        return switch (group) {
            case "external-secrets.io" -> "externalSecrets(cluster)";
            case "elbv2.k8s.aws" -> "loadBalancerController(cluster)";
            case "fluxcd.controlplane.io",
                    "helm.toolkit.fluxcd.io",
                    "kustomize.toolkit.fluxcd.io",
                    "notification.toolkit.fluxcd.io",
                    "source.toolkit.fluxcd.io" -> FLUX;
            case "monitoring.coreos.com" -> "prometheusStack(cluster, parameters.secret(\"grafana-admin\"), routing)";
            default -> "helmRelease(…)";
        };
    }

    private static String maker(Capability capability) {
        var word = switch (capability.kind()) {
            case DEFINITIONS -> "definitions";
            case INGRESS_CLASS -> "ingressClass";
            case STORAGE_CLASS -> "storageClass";
            case PRIORITY_CLASS -> "priorityClass";
            case NAMESPACE -> "namespace";
            case SECRET_STORE -> "secretStore";
            case API -> "api";
            case CONTROLLER -> "controller";
        };
        return word + "(\"" + capability.name() + "\")";
    }
}
