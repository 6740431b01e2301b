package dev.groundplan.facts;

import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStore;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.SecretStoreRef;
import dev.groundplan.kubernetes.flux.HelmRelease;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an object brings into the cluster, and what it needs there, as it shows by itself. */
public final class ObjectCapabilities {

    private final SequencedSet<Capability> found = new LinkedHashSet<>();

    private ObjectCapabilities() {}

    /** Returns what the object brings: itself, where others need it by its name. */
    public static List<Capability> offered(HasMetadata object) {
        var name = object.getMetadata().getName();
        return switch (object) {
            case Namespace namespace -> List.of(Capability.namespace(name));
            case StorageClass storage -> List.of(Capability.storageClass(name));
            case PriorityClass priority -> List.of(Capability.priorityClass(name));
            case IngressClass ingress -> List.of(Capability.ingressClass(name));
            case ClusterSecretStore store -> List.of(Capability.secretStore(name));
            case SecretStore store ->
                List.of(Capability.secretStore(store.getMetadata().getNamespace() + "/" + name));
            case CustomResourceDefinition definition ->
                Stream.ofNullable(definition.getSpec())
                        .flatMap(spec -> Stream.ofNullable(spec.getGroup()))
                        .map(Capability::definitions)
                        .toList();
            case HelmRelease release
            when makesNamespace(release) ->
                Stream.ofNullable(release.getSpec().getTargetNamespace())
                        .map(Capability::namespace)
                        .toList();
            default -> List.of();
        };
    }

    /** Returns what the object needs, but for what every cluster of EKS has. */
    public static List<Capability> needed(HasMetadata object) {
        var needs = new ObjectCapabilities();
        needs.need(Capability.Kind.DEFINITIONS, group(object.getApiVersion()));
        needs.need(Capability.Kind.NAMESPACE, object.getMetadata().getNamespace());
        AnnotatedControllers.of(object).forEach(name -> needs.need(Capability.Kind.CONTROLLER, name));
        PodTemplates.of(object).ifPresent(template -> needs.of(template.getSpec()));
        switch (object) {
            case Ingress ingress
            when ingress.getSpec() != null ->
                needs.need(Capability.Kind.INGRESS_CLASS, ingress.getSpec().getIngressClassName());
            case HorizontalPodAutoscaler autoscaler -> needs.of(autoscaler);
            case PersistentVolumeClaim claim -> needs.of(claim);
            case StatefulSet set
            when set.getSpec() != null ->
                set.getSpec().getVolumeClaimTemplates().forEach(needs::of);
            case ExternalSecret secret -> needs.of(secret);
            case HelmRelease release
            when release.getSpec() != null && !makesNamespace(release) ->
                needs.need(Capability.Kind.NAMESPACE, release.getSpec().getTargetNamespace());
            default -> {}
        }
        return List.copyOf(needs.found);
    }

    private void of(PodSpec pod) {
        need(Capability.Kind.PRIORITY_CLASS, pod.getPriorityClassName());
        pod.getVolumes().stream()
                .flatMap(volume -> Stream.ofNullable(volume.getEphemeral()))
                .flatMap(ephemeral -> Stream.ofNullable(ephemeral.getVolumeClaimTemplate()))
                .forEach(claim ->
                        need(Capability.Kind.STORAGE_CLASS, claim.getSpec().getStorageClassName()));
    }

    private void of(PersistentVolumeClaim claim) {
        if (claim.getSpec() != null) {
            need(Capability.Kind.STORAGE_CLASS, claim.getSpec().getStorageClassName());
        }
    }

    /** Without any metric it is the processor's, which the same API gives. */
    private void of(HorizontalPodAutoscaler autoscaler) {
        var metrics = autoscaler.getSpec() == null
                ? List.<String>of()
                : autoscaler.getSpec().getMetrics().stream()
                        .map(metric -> metric.getType())
                        .toList();
        if (metrics.isEmpty() || metrics.contains("Resource") || metrics.contains("ContainerResource")) {
            found.add(Capability.api("metrics.k8s.io"));
        }
    }

    private void of(ExternalSecret secret) {
        var store = secret.getSpec() == null ? null : secret.getSpec().getSecretStoreRef();
        if (store != null) {
            var isOfCluster = store.getKind() == SecretStoreRef.Kind.CLUSTERSECRETSTORE;
            need(
                    Capability.Kind.SECRET_STORE,
                    isOfCluster ? store.getName() : secret.getMetadata().getNamespace() + "/" + store.getName());
        }
    }

    private static boolean makesNamespace(HelmRelease release) {
        return release.getSpec() != null
                && release.getSpec().getInstall() != null
                && Boolean.TRUE.equals(release.getSpec().getInstall().getCreateNamespace());
    }

    private void need(Capability.Kind kind, @Nullable String name) {
        var capability = new Capability(kind, name == null ? "" : name);
        if (!capability.name().isEmpty() && !BuiltIn.has(capability)) {
            found.add(capability);
        }
    }

    private static String group(String apiVersion) {
        var slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
