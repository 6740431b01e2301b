package dev.groundplan.eks;

import dev.groundplan.values.Version;

/** Which versions of Kubernetes a cluster may have. */
final class KubernetesVersion {

    /** The oldest that EKS still supports, for money. */
    private static final int OLDEST_MINOR = 31;

    private KubernetesVersion() {}

    static Version of(String text) {
        if (!text.matches("1\\.[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(
                    "`%s` is no version of Kubernetes that EKS has: write major and minor, as in kubernetes(\"1.36\")."
                            .formatted(text));
        }
        var version = new Version(text);
        if (version.minor() < OLDEST_MINOR) {
            throw new IllegalArgumentException(
                    "EKS no longer runs Kubernetes %s: choose 1.%s or newer, as in kubernetes(\"1.36\")."
                            .formatted(text, OLDEST_MINOR));
        }
        return version;
    }
}
