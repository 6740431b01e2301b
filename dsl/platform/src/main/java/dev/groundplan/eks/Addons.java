package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.text;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The add-ons of a cluster.
 *
 * @param beforeNodes what nodes need to become ready: these start on every node as it comes
 * @param afterNodes what needs nodes to become ready itself
 */
record Addons(List<Addon> beforeNodes, List<Addon> afterNodes) {

    /** What every cluster has. The network plugin has rights of its own, so that the nodes don't; it enforces policies. */
    static final Addons CORE = new Addons(
            List.of(
                    Addon.addon("vpc-cni")
                            .withRights("aws-node", "AmazonEKS_CNI_Policy")
                            .withConfiguration(text("{\"enableNetworkPolicy\":\"true\"}")),
                    Addon.addon("kube-proxy"),
                    Addon.addon("eks-pod-identity-agent")),
            List.of(Addon.addon("coredns")));

    Addons {
        beforeNodes = List.copyOf(beforeNodes);
        afterNodes = List.copyOf(afterNodes);
    }

    Addons with(Addon added) {
        if (has(added)) {
            throw new IllegalArgumentException(
                    ("The cluster has the add-on `%s` already: say its version by .withAddonVersion(\"%s\", …) and its"
                                    + " configuration by .withAddonConfiguration(\"%s\", …).")
                            .formatted(added.name(), added.name(), added.name()));
        }
        return new Addons(
                beforeNodes,
                Stream.concat(afterNodes.stream(), Stream.of(added)).toList());
    }

    Addons withChanged(String name, UnaryOperator<Addon> change) {
        if (all().noneMatch(addon -> addon.name().equals(name))) {
            throw new IllegalArgumentException(
                    "The cluster has no add-on `%s`, it has %s: add it by .withAddon(addon(\"%s\"))."
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            all().map(addon -> "`" + addon.name() + "`")
                                                    .toList()),
                                    name));
        }
        return new Addons(changed(beforeNodes, name, change), changed(afterNodes, name, change));
    }

    boolean has(Addon addon) {
        return all().anyMatch(other -> other.name().equals(addon.name()));
    }

    private Stream<Addon> all() {
        return Stream.concat(beforeNodes.stream(), afterNodes.stream());
    }

    private static List<Addon> changed(List<Addon> addons, String name, UnaryOperator<Addon> change) {
        return addons.stream()
                .map(addon -> addon.name().equals(name) ? change.apply(addon) : addon)
                .toList();
    }
}
