package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.NodePool;
import dev.groundplan.facts.NodeSize;
import dev.groundplan.facts.NodeSizes;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds pods that could never all run: the nodes have no room for the most there may be, even when nothing else is there. */
final class MorePodsThanRoom implements ElementsCheck {

    private static final NodeSizes SIZES = NodeSizes.read();
    private static final String NODE = "kubernetes.io/hostname";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var nodes = new NodesForPods(platform);
        var problems = new ArrayList<Problem>();
        for (var pods : Pods.lasting(platform)) {
            var pools = nodes.of(pods);
            if (!pools.isEmpty()) {
                tooFewNodes(pods, pools)
                        .or(() -> tooLarge(pods, pools))
                        .or(() -> tooMany(pods, pools))
                        .ifPresent(problems::add);
            }
        }
        if (problems.isEmpty()) {
            tooMuchTogether(platform).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> tooFewNodes(Pods pods, List<NodePool> pools) {
        long most = nodes(pools);
        return pods.worst() > most && isOneOnEachNode(pods)
                ? Optional.of(problem(
                        pods,
                        "The %s has %s, no two on one node, and there are at most %s nodes that take them."
                                .formatted(pods.placed().label(), pods.howMany(), most),
                        "let pods share a node where there is no other: make the anti-affinity preferred; or allow %s nodes, as in nodeGroup(…, between(3, %s))"
                                .formatted(pods.worst(), pods.worst())))
                : Optional.empty();
    }

    private static Optional<Problem> tooLarge(Pods pods, List<NodePool> pools) {
        var request = Amounts.requests(pods.template());
        return sizes(pools)
                .filter(sizes -> sizes.stream().allMatch(size -> roomOn(size, request) == 0))
                .map(
                        sizes -> problem(
                                pods,
                                "Each pod of the %s is promised %s, and no node that takes it has so much for pods: %s."
                                        .formatted(pods.placed().label(), request, left(pools)),
                                "promise it less, as in withResources(millicores(500), mebibytes(512)), or take larger instances"));
    }

    private static Optional<Problem> tooMany(Pods pods, List<NodePool> pools) {
        var request = Amounts.requests(pods.template());
        return room(pools, request)
                .filter(room -> pods.worst() > room)
                .map(room -> problem(
                        pods,
                        "The %s has %s of %s each, and the nodes that take them have room for %s even when they are all there and nothing else runs."
                                .formatted(pods.placed().label(), pods.howMany(), request, room),
                        "allow more nodes or larger ones, as in nodeGroup(…, between(3, 20)), or fewer pods"));
    }

    private static Optional<Problem> tooMuchTogether(ExpandedPlatform platform) {
        var pools = platform.facts(NodePool.class);
        var needed = new Amounts(0, 0);
        for (var pods : Pods.lasting(platform)) {
            needed = needed.plus(Amounts.requests(pods.template()).times(pods.worst()));
            var all = needed;
            var over = capacity(pools).filter(capacity -> capacity.dividedBy(all) == 0);
            if (over.isPresent()) {
                return Optional.of(problem(
                        pods,
                        "With the %s, all pods together may be promised %s, and all nodes together have at most %s for them."
                                .formatted(pods.placed().label(), needed, over.get()),
                        "allow more nodes or larger ones, as in nodeGroup(…, between(3, 20)), or fewer pods"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOneOnEachNode(Pods pods) {
        var affinity = pods.template().getSpec().getAffinity();
        if (affinity == null || affinity.getPodAntiAffinity() == null) {
            return false;
        }
        Stream<PodAffinityTerm> required =
                affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution().stream();
        return required.anyMatch(
                term -> NODE.equals(term.getTopologyKey()) && Selectors.select(term.getLabelSelector(), pods.labels()));
    }

    private static long nodes(List<NodePool> pools) {
        return pools.stream().mapToLong(pool -> pool.count().most()).sum();
    }

    /** The sizes of all of them, nothing where one is of a type that we have no size of. */
    private static Optional<List<NodeSize>> sizes(List<NodePool> pools) {
        var known = pools.stream()
                .flatMap(pool -> SIZES.of(pool.instanceType()).stream())
                .toList();
        return !pools.isEmpty() && known.size() == pools.size() ? Optional.of(known) : Optional.empty();
    }

    /** How many pods of this kind fit on a node when nothing else is there. */
    private static long roomOn(NodeSize node, Amounts pod) {
        return Math.max(0, Math.min(node.pods(), Amounts.of(node).dividedBy(pod)));
    }

    private static Optional<Long> room(List<NodePool> pools, Amounts request) {
        return sizes(pools).map(sizes -> {
            long room = 0;
            for (int i = 0; i < sizes.size(); i++) {
                room += roomOn(sizes.get(i), request) * pools.get(i).count().most();
            }
            return room;
        });
    }

    private static Optional<Amounts> capacity(List<NodePool> pools) {
        return sizes(pools).map(sizes -> {
            var all = new Amounts(0, 0);
            for (int i = 0; i < sizes.size(); i++) {
                all = all.plus(
                        Amounts.of(sizes.get(i)).times(pools.get(i).count().most()));
            }
            return all;
        });
    }

    private static String left(List<NodePool> pools) {
        return String.join(
                ", ",
                pools.stream()
                        .flatMap(pool -> SIZES.of(pool.instanceType()).stream()
                                .map(size -> "`%s` has %s".formatted(pool.instanceType(), Amounts.of(size))))
                        .distinct()
                        .toList());
    }

    private static Problem problem(Pods pods, String what, String mend) {
        return new Problem("X07", what, pods.placed().from().place(), mend);
    }
}
