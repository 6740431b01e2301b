package dev.groundplan.facts;

/**
 * Something that a cluster can do only when something brings it: serve a kind of custom resource, fulfil an ingress class, do
 * what an annotation asks for.
 *
 * <p>What is offered and what is needed meet here: {@link Offer} and {@link Need} of the same capability. Some of both follow
 * from the objects themselves: a {@code Namespace} offers itself, a custom resource needs its definition.
 *
 * @param kind what sort of thing it is
 * @param name which one, such as {@code external-secrets.io} or {@code alb}
 */
public record Capability(Kind kind, String name) {

    /** The sorts of capabilities. */
    public enum Kind {
        /** Definitions of custom resources, by their API group. */
        DEFINITIONS("custom resources of"),
        /** An ingress class, by its name. */
        INGRESS_CLASS("the ingress class"),
        /** A storage class, by its name. */
        STORAGE_CLASS("the storage class"),
        /** A priority class, by its name. */
        PRIORITY_CLASS("the priority class"),
        /** A namespace, by its name. */
        NAMESPACE("the namespace"),
        /** A store that ExternalSecrets read, by its name, behind its namespace if it has one. */
        SECRET_STORE("the secret store"),
        /** An aggregated API, by its group. */
        API("the API"),
        /** A controller that reads the annotations of others' objects, by the name of its chart. */
        CONTROLLER("the controller");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Definitions of the custom resources of an API group, such as {@code external-secrets.io}. */
    public static Capability definitions(String group) {
        return new Capability(Kind.DEFINITIONS, group);
    }

    /** The ingress class of this name. */
    public static Capability ingressClass(String name) {
        return new Capability(Kind.INGRESS_CLASS, name);
    }

    /** The storage class of this name. */
    public static Capability storageClass(String name) {
        return new Capability(Kind.STORAGE_CLASS, name);
    }

    /** The priority class of this name. */
    public static Capability priorityClass(String name) {
        return new Capability(Kind.PRIORITY_CLASS, name);
    }

    /** The namespace of this name. */
    public static Capability namespace(String name) {
        return new Capability(Kind.NAMESPACE, name);
    }

    /** The {@code ClusterSecretStore} of this name, or the {@code SecretStore} written {@code <namespace>/<name>}. */
    public static Capability secretStore(String name) {
        return new Capability(Kind.SECRET_STORE, name);
    }

    /** An aggregated API of this group, such as {@code metrics.k8s.io}. */
    public static Capability api(String group) {
        return new Capability(Kind.API, group);
    }

    /**
     * A controller that does what annotations of others' objects ask for, such as {@code reloader} or {@code external-dns}.
     * Definitions of custom resources need none: what reads those comes with them.
     */
    public static Capability controller(String name) {
        return new Capability(Kind.CONTROLLER, name);
    }

    /** The capability as a reader names it, such as {@code the ingress class `alb`}. */
    @Override
    public String toString() {
        return kind.words + " `" + name + "`";
    }
}
