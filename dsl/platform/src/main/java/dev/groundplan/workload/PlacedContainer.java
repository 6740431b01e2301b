package dev.groundplan.workload;

import dev.groundplan.describe.Elements.SourceDetail;
import java.util.ArrayList;
import java.util.List;

/** A container of a pod and what it is there. */
record PlacedContainer(ContainerSettings settings, Role role) {

    /** The roles of a container. */
    enum Role {
        MAIN,
        BEFORE,
        BESIDE
    }

    /** Whether it is this container of the pod: the main one is made anew at each look, and a name is there once. */
    boolean isSameAs(PlacedContainer other) {
        return settings.name().equals(other.settings.name());
    }

    /** The keys of the workload's Secret that it needs; those of the main container have the plain names. */
    List<SecretEntry> secrets() {
        var entries = new ArrayList<SecretEntry>();
        for (var variable : settings.env()) {
            if (variable instanceof EnvironmentVariable.Secret secret) {
                entries.add(new SecretEntry(key(secret.name()), secret.reference(), secret.detail()));
            }
        }
        for (var file : settings.files()) {
            if (file instanceof MountedFile.Secret secret) {
                entries.add(new SecretEntry(key(secret.key()), secret.reference(), secret.detail()));
            }
        }
        return entries;
    }

    /** A key of this container in the objects that all containers share. */
    String key(String plain) {
        return role == Role.MAIN ? plain : settings.name() + "." + plain;
    }

    /** What a problem calls an option of this container. */
    SourceDetail detail(SourceDetail detail) {
        return role == Role.MAIN
                ? detail
                : new SourceDetail("container `" + settings.name() + "` > " + detail.option(), detail.line());
    }

    /** Refuses what the kubelet never does to a container that runs to its end before the others. */
    PlacedContainer refusingWhatNeverHappens() {
        if (role == Role.BEFORE
                && !(settings.probes().isEmpty() && settings.preStopSleep().isEmpty())) {
            throw new IllegalArgumentException(
                    "The %s ends before the others start, so nobody probes it or waits before it stops: leave that out, or make it a sidecar with withSidecar(…)."
                            .formatted(settings.label()));
        }
        return this;
    }
}
