package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Site;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;

/**
 * How many pods may be evicted at a time, when nodes are drained say. Pods that are not ready may always go: they hold nothing
 * up. A workload of a single pod has no budget: any would keep its node from ever being drained.
 */
record DisruptionBudget(int evictedAtATime) implements Aspect {

    static final DisruptionBudget DEFAULT = new DisruptionBudget(1);

    DisruptionBudget {
        if (evictedAtATime < 1 || evictedAtATime > 1000) {
            throw new IllegalArgumentException(
                    "%d is no number of pods that may be evicted at a time: with none, no node could ever be drained. It must lie between 1 and 1000, as in withDisruptionBudget(1)."
                            .formatted(evictedAtATime));
        }
    }

    @Override
    public Elements expand(WorkloadForm<?> workload, Site site) {
        return workload.leastPods() > 1
                ? Elements.none().with(workload.placement(), budget(workload.pod()))
                : Elements.none();
    }

    private PodDisruptionBudget budget(Pod pod) {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(WorkloadObjects.metadata(pod, pod.name()))
                .withNewSpec()
                .withMaxUnavailable(new IntOrString(evictedAtATime))
                .withNewSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, pod.name())
                .endSelector()
                .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                .endSpec()
                .build();
    }
}
