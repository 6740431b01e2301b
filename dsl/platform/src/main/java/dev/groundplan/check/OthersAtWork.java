package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Offer;
import dev.groundplan.kubernetes.flux.FluxInstance;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces in which something makes objects that the platform's own objects do not show: charts, other Kustomizations,
 * controllers of custom resources, Terraform, and whoever made a namespace that was there before. What is missing there among
 * the platform's objects may well be there.
 */
final class OthersAtWork {

    /** Custom resources of this group whose controller starts nothing. */
    private static final List<String> RULES_AND_MONITORS =
            List.of("AlertmanagerConfig", "PodMonitor", "Probe", "PrometheusRule", "ScrapeConfig", "ServiceMonitor");

    private final SortedSet<String> namespaces = new TreeSet<>();
    private boolean everywhere;

    private OthersAtWork() {}

    static OthersAtWork of(ExpandedPlatform platform) {
        var others = new OthersAtWork();
        platform.kubernetes().stream().map(PlacedObject::object).forEach(others::add);
        platform.facts(Offer.class).stream()
                .filter(Offer::isAlreadyThere)
                .map(Offer::capability)
                .filter(capability -> capability.kind() == Capability.Kind.NAMESPACE)
                .forEach(capability -> others.namespaces.add(capability.name()));
        platform.terraform().forEach(placed -> {
            if (placed.element() instanceof Resource resource) {
                others.add(resource);
            }
        });
        return others;
    }

    /** Whether all that is in this namespace is the platform's own. */
    boolean areAbsentFrom(String namespace) {
        return !everywhere && !namespaces.contains(namespace);
    }

    private void add(HasMetadata object) {
        switch (object) {
            case HelmRelease release -> {
                namespaces.add(Pods.namespace(release));
                if (release.getSpec() != null) {
                    Stream.ofNullable(release.getSpec().getTargetNamespace()).forEach(name -> namespaces.add(name));
                }
            }
            case Kustomization kustomization
            when kustomization.getSpec() != null ->
                Stream.ofNullable(kustomization.getSpec().getTargetNamespace()).forEach(name -> namespaces.add(name));
            case FluxInstance flux -> addCustom(flux);
            case GenericKubernetesResource custom -> addCustom(custom);
            default -> {
                if (object.getApiVersion().startsWith("monitoring.coreos.com/")
                        && !RULES_AND_MONITORS.contains(object.getKind())) {
                    addCustom(object);
                }
            }
        }
    }

    /** A custom resource without a namespace may lead to objects in any. */
    private void addCustom(HasMetadata object) {
        var namespace = object.getMetadata().getNamespace();
        if (namespace == null) {
            everywhere = true;
        } else {
            namespaces.add(namespace);
        }
    }

    private void add(Resource resource) {
        var type = resource.address().type();
        if (type.startsWith("kubernetes_") || type.equals("helm_release")) {
            var found = Stream.concat(
                            Stream.of(resource.body()),
                            resource.body().blocks().values().stream().flatMap(List::stream))
                    .map(OthersAtWork::namespace)
                    .filter(Objects::nonNull)
                    .toList();
            everywhere |= found.isEmpty() && !type.startsWith("kubernetes_namespace");
            found.stream().forEach(name -> namespaces.add(name));
        }
    }

    private static @Nullable String namespace(Body body) {
        return body.attributes().get("namespace") instanceof TextLiteral name ? name.value() : null;
    }
}
