package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.List;

/**
 * Something that goes with a workload beyond what runs: how it is rolled out, scaled, reached, watched.
 *
 * <p>A workload has at most one aspect of a class. The {@code withX} that sets it is in the form of workload that can have
 * it, and is one line: {@code return new Workload(this, pod().with(new Scaling(…)))}.
 */
interface Aspect {

    /** The parts that the aspect refers to. */
    default List<PartReference> references() {
        return List.of();
    }

    /** What the aspect adds: objects, Terraform, facts, details. */
    default Elements expand(WorkloadForm<?> workload, Site site) {
        return Elements.none();
    }

    /** Changes the pods of the workload, whichever form it has. */
    default void adjust(PodTemplateSpec template) {}

    /** Changes the metadata of what starts the pods, whichever form it has. */
    default void adjust(ObjectMeta metadata) {}

    /** Changes the Deployment's own settings, where the workload is one. */
    default void adjust(DeploymentSpec deployment) {}
}
