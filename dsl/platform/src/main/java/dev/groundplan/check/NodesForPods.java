package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.NodePool;
import dev.groundplan.facts.NodePool.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which nodes take which pods. */
final class NodesForPods {

    /** Labels that nodes get only as they start, or from somebody else: any pod may ask for them. */
    private static final List<String> UNKNOWN =
            List.of("topology.kubernetes.io/", "eks.amazonaws.com/", "karpenter.sh/", "kubernetes.io/hostname");

    private final List<NodePool> pools;

    NodesForPods(ExpandedPlatform platform) {
        this.pools = platform.facts(NodePool.class);
    }

    boolean areUnknown() {
        return pools.isEmpty();
    }

    List<NodePool> of(Pods pods) {
        return pools.stream().filter(pool -> takes(pool, pods)).toList();
    }

    private static boolean takes(NodePool pool, Pods pods) {
        var spec = pods.template().getSpec();
        Map<String, String> selector = spec.getNodeSelector();
        return (selector == null || selector.entrySet().stream().allMatch(label -> has(pool, label)))
                && pool.taints().stream().allMatch(taint -> isTolerated(taint, spec.getTolerations()));
    }

    private static boolean has(NodePool pool, Map.Entry<String, String> label) {
        return switch (label.getKey()) {
            case "kubernetes.io/arch" -> pool.architecture().equals(label.getValue());
            case "kubernetes.io/os" -> "linux".equals(label.getValue());
            case "node.kubernetes.io/instance-type" -> pool.instanceType().equals(label.getValue());
            default ->
                UNKNOWN.stream().anyMatch(label.getKey()::startsWith)
                        || label.getValue().equals(pool.labels().get(label.getKey()));
        };
    }

    private static boolean isTolerated(Taint taint, List<Toleration> tolerations) {
        return "PreferNoSchedule".equals(taint.effect())
                || tolerations.stream().anyMatch(toleration -> tolerates(toleration, taint));
    }

    private static boolean tolerates(Toleration toleration, Taint taint) {
        boolean isAnyEffect =
                toleration.getEffect() == null || toleration.getEffect().isEmpty();
        boolean isAnyKey = toleration.getKey() == null || toleration.getKey().isEmpty();
        boolean isAnyValue = "Exists".equals(toleration.getOperator());
        return (isAnyEffect || taint.effect().equals(toleration.getEffect()))
                && (isAnyKey || taint.key().equals(toleration.getKey()))
                && (isAnyValue || taint.value().equals(Objects.requireNonNullElse(toleration.getValue(), "")));
    }
}
