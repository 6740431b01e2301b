package dev.groundplan.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells one Kubernetes object from all others of a cluster.
 *
 * @param group the API group, such as {@code apps}; empty for the core group
 * @param kind the kind, such as {@code Deployment}
 * @param namespace the namespace as the object says it; empty for objects of the whole cluster
 * @param name {@code metadata.name}
 */
public record ObjectName(String group, String kind, Optional<String> namespace, String name) {

    /**
     * The name of the object. The version of its API is no part of it: an Ingress of {@code networking.k8s.io/v1} and one
     * of {@code v1beta1} are the same object.
     *
     * @throws IllegalArgumentException if the object lacks {@code apiVersion}, {@code kind} or {@code metadata.name}
     *     ({@code generateName} does not do: a file must say which object it is)
     */
    public static ObjectName of(HasMetadata object) {
        var kind = said(object.getKind(), "kind", object);
        var apiVersion = said(object.getApiVersion(), "apiVersion", object);
        @Nullable ObjectMeta metadata = object.getMetadata();
        var name = said(metadata == null ? null : metadata.getName(), "metadata.name", object);
        var namespace = Optional.<String>ofNullable(metadata == null ? null : metadata.getNamespace());
        return new ObjectName(group(apiVersion), kind, namespace.filter(n -> !n.isEmpty()), name);
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    private static String said(@Nullable String value, String field, HasMetadata object) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "a %s without `%s` cannot be written to a file; say it, as in new %sBuilder()%s.build()"
                            .formatted(kind(object), field, kind(object), example(field)));
        }
        return value;
    }

    private static String kind(HasMetadata object) {
        return Objects.requireNonNullElse(object.getKind(), object.getClass().getSimpleName());
    }

    private static String example(String field) {
        return switch (field) {
            case "metadata.name" -> ".withNewMetadata().withName(\"orders\").endMetadata()";
            case "apiVersion" -> ".withApiVersion(\"example.org/v1\")";
            default -> ".withKind(\"Example\")";
        };
    }

    /** For messages: {@code Deployment `orders` in `shop`}. */
    @Override
    public String toString() {
        return "%s `%s`%s"
                .formatted(kind, name, namespace.map(n -> " in `" + n + "`").orElse(""));
    }
}
