package dev.groundplan.workload;

import dev.groundplan.describe.PartId;
import dev.groundplan.eks.Namespace;
import dev.groundplan.values.ImageReference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;

/**
 * A program that runs to its end once, and again when it is changed: what it does must be harmless the second time.
 *
 * <p>Renders to a {@code Job} and what {@link WorkloadForm} says. A Job cannot be changed, so Flux is told to replace it. It has
 * no time to live: Flux would bring back what Kubernetes clears away, and it would run again.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/">Kubernetes: Job</a>
 */
public final class OneTimeJob extends JobForm<OneTimeJob> {

    private OneTimeJob(Pod pod, Run run) {
        super(pod, run);
    }

    /** Returns a job that is tried four times. */
    public static OneTimeJob oneTimeJob(String name, ImageReference image, Namespace namespace) {
        return new OneTimeJob(Pod.pod(PartId.of("job", name), image, namespace), Run.DEFAULT);
    }

    @Override
    OneTimeJob changed(Pod changed) {
        return new OneTimeJob(changed, run());
    }

    @Override
    OneTimeJob changed(Run changed) {
        return new OneTimeJob(pod(), changed);
    }

    @Override
    List<HasMetadata> starting(PodTemplateSpec template) {
        return List.of(new JobBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), name()))
                .editMetadata()
                .addToAnnotations("kustomize.toolkit.fluxcd.io/force", "Enabled")
                .endMetadata()
                .withSpec(job(template))
                .build());
    }
}
