package dev.groundplan.workload;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTermBuilder;
import java.util.Map;
import java.util.Objects;

/**
 * Renders a {@link Spread}. Each revision is spread for itself ({@code matchLabelKeys}): the pods that a rollout is about to end
 * don't count.
 */
record Spreading(Spread spread) implements Aspect {

    static final Spreading DEFAULT = new Spreading(Spread.PREFERRED);

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String NODE = "kubernetes.io/hostname";

    @Override
    public void adjust(PodTemplateSpec template) {
        var labels = template.getMetadata().getLabels();
        var spec = template.getSpec();
        spec.getTopologySpreadConstraints().add(evenly(ZONE, spread == Spread.ACROSS_ZONES, labels));
        spec.getTopologySpreadConstraints().add(evenly(NODE, false, labels));
        spec.setAffinity(new AffinityBuilder(Objects.requireNonNullElseGet(spec.getAffinity(), Affinity::new))
                .withNewPodAntiAffinity()
                .withPreferredDuringSchedulingIgnoredDuringExecution(apart(labels))
                .endPodAntiAffinity()
                .build());
    }

    private static TopologySpreadConstraint evenly(String key, boolean isStrict, Map<String, String> labels) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(1)
                .withTopologyKey(key)
                .withWhenUnsatisfiable(isStrict ? "DoNotSchedule" : "ScheduleAnyway")
                .withLabelSelector(selector(labels))
                .withMatchLabelKeys("pod-template-hash")
                .build();
    }

    private static WeightedPodAffinityTerm apart(Map<String, String> labels) {
        return new WeightedPodAffinityTermBuilder()
                .withWeight(100)
                .withNewPodAffinityTerm()
                .withTopologyKey(NODE)
                .withLabelSelector(selector(labels))
                .endPodAffinityTerm()
                .build();
    }

    private static LabelSelector selector(Map<String, String> labels) {
        return new LabelSelectorBuilder()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, labels.getOrDefault(WorkloadObjects.NAME_LABEL, ""))
                .build();
    }
}
