package dev.groundplan.eks;

/**
 * What a taint does to pods that do not tolerate it; renders to {@code aws_eks_node_group.taint.effect}.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">Kubernetes: taints</a>
 */
public enum TaintEffect {
    /** No such pod starts on the node; those that run stay. */
    NO_SCHEDULE("NoSchedule"),
    /** Such a pod starts on the node only when there is no other. */
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    /** No such pod starts on the node, and those that run are evicted. */
    NO_EXECUTE("NoExecute");

    private final String kubernetes;

    TaintEffect(String kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** Returns the effect as Kubernetes writes it, such as {@code NoSchedule}. */
    public String kubernetes() {
        return kubernetes;
    }
}
