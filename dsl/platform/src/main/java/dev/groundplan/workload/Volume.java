package dev.groundplan.workload;

import dev.groundplan.describe.PartReference;
import dev.groundplan.values.Memory;
import dev.groundplan.values.Name;
import dev.groundplan.values.Seconds;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory that outlives a container or comes from somewhere else; {@link ContainerOptions#withVolume} mounts it. Two
 * containers of a workload share one by mounting volumes of one name.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Kubernetes: volumes</a>
 */
public final class Volume {

    private final Name name;
    private final Source source;
    private final Optional<PartReference> from;

    /** Where the directory comes from. */
    private sealed interface Source {

        record Scratch(Memory size, boolean inMemory) implements Source {}

        record ConfigMap(String name) implements Source {}

        record Claim(String name) implements Source {}

        record Token(String audience, Seconds life) implements Source {}

        /** A claim that a StatefulSet makes for each pod: the pod has no volume of its own for it. */
        record ClaimTemplate() implements Source {}
    }

    private Volume(Name name, Source source, Optional<PartReference> from) {
        this.name = name;
        this.source = source;
        this.from = from;
    }

    /**
     * Returns an empty directory on the node's disk, which goes when the pod goes; renders to {@code emptyDir}.
     *
     * @param size how much may be in it: beyond that the pod is evicted
     */
    public static Volume scratch(String name, Memory size) {
        return volume(name, new Source.Scratch(size, false));
    }

    /**
     * Returns an empty directory in memory; renders to {@code emptyDir.medium: Memory}.
     *
     * @param size how much may be in it: it counts against the memory limit of the container that writes
     */
    public static Volume scratchInMemory(String name, Memory size) {
        return volume(name, new Source.Scratch(size, true));
    }

    /** Returns the files of the ConfigMap of this name in the workload's namespace, one a key; never written to. */
    public static Volume configMap(String name) {
        return volume(name, new Source.ConfigMap(name));
    }

    /** Returns the persistent volume claim of this name in the workload's namespace. */
    public static Volume claim(String name) {
        return volume(name, new Source.Claim(name));
    }

    /**
     * Returns a directory with one file {@code token}: the pod's account, attested to an audience.
     *
     * @param audience who is to believe it, such as {@code vault}
     * @param life how long it is good for, 600 s at least; the kubelet renews it in time
     */
    public static Volume token(String name, String audience, Seconds life) {
        if (life.count() < 600) {
            throw new IllegalArgumentException(
                    "A token that is good for %s is refused by Kubernetes: write at least seconds(600)."
                            .formatted(life));
        }
        return volume(name, new Source.Token(audience, life));
    }

    static Volume claimTemplate(String name) {
        return volume(name, new Source.ClaimTemplate());
    }

    private static Volume volume(String name, Source source) {
        return new Volume(new Name(name), source, Optional.empty());
    }

    /** This volume, and the part that makes what is in it. */
    Volume madeBy(PartReference part) {
        return new Volume(name, source, Optional.of(part));
    }

    String name() {
        return name.text();
    }

    Optional<PartReference> from() {
        return from;
    }

    boolean isReadOnly() {
        return switch (source) {
            case Source.Scratch scratch -> false;
            case Source.Claim claim -> false;
            case Source.ClaimTemplate template -> false;
            case Source.ConfigMap map -> true;
            case Source.Token token -> true;
        };
    }

    boolean isOfThePod() {
        return !(source instanceof Source.ClaimTemplate);
    }

    boolean isSameAs(Volume other) {
        return Objects.equals(source, other.source);
    }

    io.fabric8.kubernetes.api.model.Volume object() {
        var builder = new VolumeBuilder().withName(name());
        switch (source) {
            case Source.Scratch scratch ->
                builder.withNewEmptyDir()
                        .withMedium(scratch.inMemory() ? "Memory" : null)
                        .withSizeLimit(new Quantity(scratch.size().quantity()))
                        .endEmptyDir();
            case Source.ConfigMap map ->
                builder.withNewConfigMap().withName(map.name()).endConfigMap();
            case Source.Claim claim -> builder.withNewPersistentVolumeClaim(claim.name(), false);
            case Source.Token token ->
                builder.withNewProjected()
                        .addNewSource()
                        .withNewServiceAccountToken(
                                token.audience(), (long) token.life().count(), "token")
                        .endSource()
                        .endProjected();
            case Source.ClaimTemplate template ->
                throw new IllegalStateException("A claim template is no volume of a pod: " + name());
        }
        return builder.build();
    }
}
