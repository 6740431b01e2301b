package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds pods behind a load balancer in namespaces without readiness gates: a rollout ends the old ones too early. */
final class PodsReadyBeforeTheirBalancer implements ElementsCheck {

    private static final String GATES = "elbv2.k8s.aws/pod-readiness-gate-inject";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var without = new TreeSet<String>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof Namespace namespace && !hasGates(namespace)) {
                without.add(namespace.getMetadata().getName());
            }
        }
        return Balancer.all(platform).stream()
                .filter(balancer -> balancer.hasPodsAsTargets() && without.contains(Pods.namespace(balancer.ingress())))
                .map(PodsReadyBeforeTheirBalancer::problem)
                .toList();
    }

    private static boolean hasGates(Namespace namespace) {
        return Optional.ofNullable(namespace.getMetadata().getLabels())
                .map(labels -> labels.get(GATES))
                .filter("enabled"::equals)
                .isPresent();
    }

    private static Problem problem(Balancer balancer) {
        var namespace = Pods.namespace(balancer.ingress());
        return balancer.problem(
                "K20",
                "The %s leads to pods of the namespace `%s`, which has no label `%s`: a rollout would end old pods before the load balancer reaches the new ones."
                        .formatted(balancer.placed().label(), namespace, GATES),
                "cluster.namespace(\"%s\").withReadinessGates()".formatted(namespace));
    }
}
