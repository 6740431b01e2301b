package dev.groundplan.eks;

/**
 * What of the control plane is logged; renders to {@code aws_eks_cluster.enabled_cluster_log_types}.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html">AWS: control plane logs</a>
 */
public enum ControlPlaneLog {
    /** The API server's own messages. */
    API("api"),
    /** Who asked the API server for what. */
    AUDIT("audit"),
    /** Who logged in, and as what. */
    AUTHENTICATOR("authenticator"),
    /** What the controllers of Kubernetes did. */
    CONTROLLER_MANAGER("controllerManager"),
    /** Why pods were or were not given a node. */
    SCHEDULER("scheduler");

    private final String type;

    ControlPlaneLog(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
