package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.Data;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.Target;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.target.Template;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The Secrets and ConfigMaps that a platform's objects make, by themselves or through an ExternalSecret, with their keys. */
final class KeyedObjects {

    private static final String FILLED_BY_KUBERNETES = "kubernetes.io/service-account-token";

    private final SequencedMap<Named, Keys> made = new TreeMap<>();

    private KeyedObjects() {}

    /** What has keys: a {@code Secret} or a {@code ConfigMap} in a namespace. */
    record Named(String kind, String namespace, String name) implements Comparable<Named> {

        @Override
        public int compareTo(Named other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return "%s `%s/%s`".formatted(kind, namespace, name);
        }
    }

    /** Keys; open where there may be more than can be told. */
    private record Keys(SortedSet<String> names, boolean open) {

        Keys and(Keys more) {
            var all = new TreeSet<>(names);
            all.addAll(more.names);
            return new Keys(all, open || more.open);
        }
    }

    static KeyedObjects of(ExpandedPlatform platform) {
        var all = new KeyedObjects();
        platform.kubernetes().stream().map(PlacedObject::object).forEach(all::add);
        return all;
    }

    /** Those alone that come from outside of Git. */
    static KeyedObjects byExternalSecrets(ExpandedPlatform platform) {
        var all = new KeyedObjects();
        platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(ExternalSecret.class::isInstance)
                .forEach(all::add);
        return all;
    }

    boolean has(Named named) {
        return made.containsKey(named);
    }

    /** The keys of one that is made; empty where that cannot be told. */
    Optional<SortedSet<String>> keys(Named named) {
        return Optional.ofNullable(made.get(named)).filter(keys -> !keys.open()).map(Keys::names);
    }

    /** Whether it is made, and has the key as far as can be told. */
    boolean mayHave(Named named, String key) {
        return has(named) && keys(named).map(keys -> keys.contains(key)).orElse(true);
    }

    /** The names of the others of the kind in the namespace. */
    List<String> beside(Named named) {
        return made.keySet().stream()
                .filter(other ->
                        other.kind().equals(named.kind()) && other.namespace().equals(named.namespace()))
                .map(Named::name)
                .toList();
    }

    private void add(HasMetadata object) {
        switch (object) {
            case Secret secret -> {
                var open = FILLED_BY_KUBERNETES.equals(secret.getType());
                add("Secret", object, null, keys(open, secret.getData(), secret.getStringData()));
            }
            case ConfigMap map -> add("ConfigMap", object, null, keys(false, map.getData(), map.getBinaryData()));
            case ExternalSecret external
            when external.getSpec() != null ->
                add(external, Optional.ofNullable(external.getSpec().getTarget()));
            default -> {}
        }
    }

    private void add(ExternalSecret external, Optional<Target> target) {
        var policy = target.map(Target::getCreationPolicy);
        if (policy.filter(Target.CreationPolicy.NONE::equals).isEmpty()) {
            var merged = policy.filter(Target.CreationPolicy.MERGE::equals).isPresent();
            var keys = keys(external, target.map(Target::getTemplate));
            add(
                    "Secret",
                    external,
                    target.map(Target::getName).orElse(null),
                    new Keys(keys.names(), keys.open() || merged));
        }
    }

    /** A template says all keys itself, unless it is merged with those that were read. */
    private static Keys keys(ExternalSecret external, Optional<Template> template) {
        var names = new TreeSet<String>();
        template.map(Template::getData).ifPresent(data -> names.addAll(data.keySet()));
        boolean replaced = !names.isEmpty()
                && template.map(Template::getMergePolicy)
                        .filter(Template.MergePolicy.MERGE::equals)
                        .isEmpty();
        var spec = external.getSpec();
        if (!replaced && spec.getData() != null) {
            spec.getData().stream()
                    .map(Data::getSecretKey)
                    .filter(Objects::nonNull)
                    .forEach(key -> names.add(key));
        }
        boolean read =
                !replaced && spec.getDataFrom() != null && !spec.getDataFrom().isEmpty();
        boolean composed = template.map(Template::getTemplateFrom)
                .filter(from -> !from.isEmpty())
                .isPresent();
        return new Keys(names, read || composed);
    }

    private static Keys keys(boolean open, @Nullable Map<String, ?> first, @Nullable Map<String, ?> second) {
        var names = new TreeSet<String>();
        var maps = new ArrayList<Map<String, ?>>();
        Optional.ofNullable(first).ifPresent(maps::add);
        Optional.ofNullable(second).ifPresent(maps::add);
        maps.stream().map(Map::keySet).flatMap(Collection::stream).forEach(name -> names.add(name));
        return new Keys(names, open);
    }

    private void add(String kind, HasMetadata object, @Nullable String name, Keys keys) {
        var called = name == null ? object.getMetadata().getName() : name;
        made.merge(new Named(kind, Pods.namespace(object), called), keys, Keys::and);
    }
}
