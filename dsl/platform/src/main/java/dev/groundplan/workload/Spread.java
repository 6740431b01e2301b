package dev.groundplan.workload;

/**
 * How strictly the pods of a workload are kept apart.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/">Kubernetes: topology
 *     spread constraints</a>
 */
public enum Spread {
    /** Over zones and nodes as evenly as there is room; a pod rather shares a zone than waits. */
    PREFERRED,
    /** Over zones evenly, and a pod rather waits than makes one zone have two more than another; over nodes as there is room. */
    ACROSS_ZONES
}
