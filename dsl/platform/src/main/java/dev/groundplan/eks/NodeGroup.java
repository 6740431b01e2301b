package dev.groundplan.eks;

import dev.groundplan.describe.PartId;
import dev.groundplan.facts.NodePool;
import dev.groundplan.values.Name;
import dev.groundplan.values.Range;
import dev.groundplan.values.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nodes of one kind, which EKS starts, replaces and drains, and which the cluster autoscaler makes more or fewer.
 *
 * <p>Renders to {@code aws_eks_node_group} and {@code aws_launch_template}: Amazon Linux 2023 for the instance type's
 * processor; an encrypted gp3 disk; instance metadata by token only and one hop far, so that pods can't take the node's
 * rights; a third of the nodes replaced at a time; unhealthy nodes repaired; the cluster's version of Kubernetes, which the
 * nodes follow when it changes. Nodes carry the cluster's security group and no other. Their number at first is the least
 * one, and later changes of it are the autoscaler's ({@code ignore_changes}). What can't be changed in place is made anew
 * before the old goes ({@code create_before_destroy}), under a name that EKS completes.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html">AWS: managed node groups</a>
 */
public final class NodeGroup {

    /** EKS allows 63 characters, and Terraform's unique ending has 26 of them and a hyphen before it. */
    private static final int LONGEST_NAME = 36;

    private static final int SMALLEST_DISK = 20;
    private static final int LARGEST_DISK = 16_384;
    private static final Storage DISK = new Storage(50, 50);

    private final Name name;
    private final Range count;
    private List<InstanceType> instanceTypes;
    private boolean isSpot;
    private Storage disk = DISK;
    private List<NodeLabel> labels = List.of();
    private List<NodeTaint> taints = List.of();

    private NodeGroup(Name name, Range count, List<InstanceType> instanceTypes) {
        this.name = name;
        this.count = count;
        this.instanceTypes = instanceTypes;
    }

    private NodeGroup(NodeGroup group) {
        this(group.name, group.count, group.instanceTypes);
        isSpot = group.isSpot;
        disk = group.disk;
        labels = group.labels;
        taints = group.taints;
    }

    /**
     * Returns nodes of this type, on demand, each with 50 GiB of disk.
     *
     * @param name what they are called, at most 36 characters; renders to {@code node_group_name_prefix}
     * @param instanceType such as {@code m7g.large}; renders to {@code instance_types} and chooses {@code ami_type}
     * @param count how many, at least and at most; renders to {@code scaling_config}
     * @throws IllegalArgumentException if the name is too long or the instance type is none
     */
    public static NodeGroup nodeGroup(String name, String instanceType, Range count) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    ("`%s` is %s characters long, and the name of a node group has at most %s: with the unique ending that"
                                    + " Terraform adds, EKS allows 63.")
                            .formatted(name, name.length(), LONGEST_NAME));
        }
        return new NodeGroup(new Name(name), count, List.of(new InstanceType(instanceType)));
    }

    /**
     * Returns these nodes on capacity that AWS sells for less and takes back at two minutes' notice; renders to
     * {@code capacity_type = "SPOT"}. Give it several instance types ({@link #withMoreInstanceTypes}): the more there are,
     * the rarer all are taken at once.
     */
    public NodeGroup withSpot() {
        var copy = new NodeGroup(this);
        copy.isSpot = true;
        return copy;
    }

    /**
     * Returns these nodes with further instance types that EKS may choose; renders to {@code instance_types}, in this order.
     * The autoscaler reckons with the first one's processors and memory: choose types of one size.
     *
     * @throws IllegalArgumentException if one is no instance type, is there already, or needs another image than the first:
     *     another processor architecture or other accelerators
     */
    public NodeGroup withMoreInstanceTypes(String... types) {
        var all = new ArrayList<>(instanceTypes);
        for (var type : types) {
            var added = new InstanceType(type);
            refuseOtherImage(added);
            if (all.contains(added)) {
                throw new IllegalArgumentException(
                        "The node group `%s` has the instance type `%s` twice: name each type once."
                                .formatted(name, added));
            }
            all.add(added);
        }
        var copy = new NodeGroup(this);
        copy.instanceTypes = List.copyOf(all);
        return copy;
    }

    /**
     * Returns these nodes with a disk of another size, for images, containers and logs; without this call 50 GiB. Renders to
     * {@code aws_launch_template.block_device_mappings}.
     *
     * @throws IllegalArgumentException if it has less than 20 GiB (the image's own size), more than 16384 GiB, or grows
     */
    public NodeGroup withDisk(Storage size) {
        if (size.grows() || size.gibibytes() < SMALLEST_DISK || size.gibibytes() > LARGEST_DISK) {
            throw new IllegalArgumentException(
                    ("%s is no disk for a node: it has from %s to %s GiB and does not grow, as in"
                                    + " .withDisk(gibibytes(100)).")
                            .formatted(words(size), SMALLEST_DISK, LARGEST_DISK));
        }
        var copy = new NodeGroup(this);
        copy.disk = size;
        return copy;
    }

    /**
     * Returns these nodes with a label that pods can choose them by; renders to {@code labels}.
     *
     * @param key at most 63 letters, digits and {@code -_.}, with a domain before it or without
     * @param value at most 63 letters, digits and {@code -_.}
     * @throws IllegalArgumentException if key or value is none, the key is there already, or its domain is kept for
     *     Kubernetes ({@code kubernetes.io}, {@code k8s.io}; {@code node.kubernetes.io} is free) or EKS
     */
    public NodeGroup withLabel(String key, String value) {
        var added = new NodeLabel(key, value);
        for (var label : labels) {
            if (label.key().equals(key)) {
                throw new IllegalArgumentException(
                        "The node group `%s` has the label `%s` already, with the value `%s`: give each label once."
                                .formatted(name, key, label.value()));
            }
        }
        var copy = new NodeGroup(this);
        copy.labels = plus(labels, added);
        return copy;
    }

    /** Returns these nodes with a taint whose key says enough; as {@link #withTaint(String, String, TaintEffect)}. */
    public NodeGroup withTaint(String key, TaintEffect effect) {
        return withTaint(key, "", effect);
    }

    /**
     * Returns these nodes closed to pods that do not tolerate this; renders to {@code taint}.
     *
     * @param key as a label's, every domain allowed
     * @param value as a label's
     * @throws IllegalArgumentException if key or value is none, or the group has a taint of this key and effect already
     */
    public NodeGroup withTaint(String key, String value, TaintEffect effect) {
        var added = new NodeTaint(key, value, effect);
        if (taints.stream().anyMatch(added::isSameAs)) {
            throw new IllegalArgumentException(
                    "The node group `%s` has a taint `%s` with the effect %s already: a node has each key and effect once."
                            .formatted(name, key, effect));
        }
        var copy = new NodeGroup(this);
        copy.taints = plus(taints, added);
        return copy;
    }

    /** Returns what the nodes are called. */
    public Name name() {
        return name;
    }

    /** Returns how many there are, at least and at most. */
    public Range count() {
        return count;
    }

    List<String> instanceTypes() {
        return instanceTypes.stream().map(InstanceType::name).toList();
    }

    String amiType() {
        return instanceTypes.getFirst().amiType();
    }

    /** What pods find when they look for a node. */
    NodePool pool(PartId cluster) {
        var type = instanceTypes.getFirst();
        var all = new LinkedHashMap<String, String>();
        labels.forEach(label -> all.put(label.key(), label.value()));
        return new NodePool(
                cluster,
                name.text(),
                type.name(),
                type.kubernetesArchitecture(),
                count,
                all,
                taints.stream().map(NodeTaint::fact).toList());
    }

    boolean isSpot() {
        return isSpot;
    }

    Storage disk() {
        return disk;
    }

    List<NodeLabel> labels() {
        return labels;
    }

    List<NodeTaint> taints() {
        return taints;
    }

    /** Whether there is always a node that takes any pod. */
    boolean isAlwaysOpen() {
        return count.least() > 0 && taints.stream().allMatch(taint -> taint.effect() == TaintEffect.PREFER_NO_SCHEDULE);
    }

    private void refuseOtherImage(InstanceType added) {
        if (!added.amiType().equals(amiType())) {
            throw new IllegalArgumentException(
                    ("`%s` needs the image %s and `%s` the image %s, and the node group `%s` starts all its nodes with one:"
                                    + " make a second node group for `%s`.")
                            .formatted(added, added.amiType(), instanceTypes.getFirst(), amiType(), name, added));
        }
    }

    private static String words(Storage size) {
        return size.grows()
                ? "%s GiB growing to %s GiB".formatted(size.gibibytes(), size.mostGibibytes())
                : size.gibibytes() + " GiB";
    }

    private static <T> List<T> plus(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
