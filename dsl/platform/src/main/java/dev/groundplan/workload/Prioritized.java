package dev.groundplan.workload;

import dev.groundplan.describe.PartReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** Pods of a priority class. */
record Prioritized(PriorityClass priority, PartReference reference) implements Aspect {

    @Override
    public List<PartReference> references() {
        return List.of(reference);
    }

    @Override
    public void adjust(PodTemplateSpec template) {
        template.getSpec().setPriorityClassName(priority.name());
    }
}
