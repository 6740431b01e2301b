package dev.groundplan.workload;

import dev.groundplan.describe.PartId;
import dev.groundplan.eks.Namespace;
import dev.groundplan.values.ImageReference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;

/**
 * A program that runs all the time in a namespace.
 *
 * <p>Renders to a {@code Deployment}, a {@code ServiceAccount}, a {@code Service} when it has ports, and, when it reads
 * secrets, to a role in AWS that may read these parameters and no others, and a {@code SecretStore} and an
 * {@code ExternalSecret} that bring them. Its pods pass the pod security standard {@code restricted}.
 */
public final class Workload extends WorkloadForm<Workload> {

    private int replicas = 2;

    private Workload(Pod pod) {
        super(pod);
    }

    private Workload(Workload workload, Pod pod) {
        super(pod);
        replicas = workload.replicas;
    }

    /**
     * Returns a program without ports and environment, two of it, each promised a tenth of a core and 128 MiB.
     *
     * @param name what it is called; renders to {@code metadata.name} of its objects
     * @param image what runs
     * @param namespace where it runs
     */
    public static Workload workload(String name, ImageReference image, Namespace namespace) {
        return new Workload(Pod.pod(PartId.of("workload", name), image, namespace));
    }

    /**
     * Returns this workload running so many times; renders to {@code spec.replicas}.
     *
     * @param count 0 to 1000
     */
    public Workload withReplicas(int count) {
        if (count < 0 || count > 1000) {
            throw new IllegalArgumentException(
                    "%d is no number of replicas: it must lie between 0 and 1000, as in withReplicas(3)."
                            .formatted(count));
        }
        var copy = changed(pod());
        copy.replicas = count;
        return copy;
    }

    @Override
    Workload changed(Pod changed) {
        return new Workload(this, changed);
    }

    @Override
    List<HasMetadata> starting(PodTemplateSpec template) {
        var deployment = new DeploymentBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), name()))
                .withNewSpec()
                .withReplicas(replicas)
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, name())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxUnavailable(new IntOrString(0))
                .withMaxSurge(new IntOrString("25%"))
                .endRollingUpdate()
                .endStrategy()
                .withTemplate(template)
                .endSpec()
                .build();
        pod().aspects().forEach(aspect -> aspect.adjust(deployment.getSpec()));
        return List.of(deployment);
    }
}
