package dev.groundplan.eks;

import java.util.Locale;

/**
 * What pods of a namespace may do to their node.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Kubernetes: pod security standards</a>
 */
public enum PodSecurity {
    /** Nothing that is known to lead out of the container. */
    RESTRICTED,
    /** What a plain container image does by default. */
    BASELINE,
    /** Everything: for agents that manage the node. */
    PRIVILEGED;

    /** Returns the level as the label {@code pod-security.kubernetes.io/enforce} has it. */
    public String level() {
        return name().toLowerCase(Locale.ROOT);
    }
}
