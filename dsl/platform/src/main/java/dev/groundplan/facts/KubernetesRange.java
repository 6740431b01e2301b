package dev.groundplan.facts;

import dev.groundplan.values.Version;
import java.util.Optional;

/**
 * The versions of Kubernetes that something is made for.
 *
 * @param oldest the oldest minor version
 * @param newest the newest, if there is one
 */
public record KubernetesRange(Version oldest, Optional<Version> newest) {

    static KubernetesRange of(String words) {
        var versions = words.split(" +", -1);
        return new KubernetesRange(
                new Version(versions[0]),
                versions.length > 1 ? Optional.of(new Version(versions[1])) : Optional.empty());
    }

    /** Returns whether the version lies in the range; patches do not count. */
    public boolean has(Version version) {
        return minor(version) >= minor(oldest)
                && newest.map(last -> minor(version) <= minor(last)).orElse(true);
    }

    /** The range in words, such as {@code 1.31 or newer}. */
    @Override
    public String toString() {
        return newest.map(last -> last.equals(oldest) ? oldest + " only" : oldest + " to " + last)
                .orElse(oldest + " or newer");
    }

    private static int minor(Version version) {
        return version.major() * 100_000 + version.minor();
    }
}
