package dev.groundplan.facts;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import java.util.Optional;

/** The pods that an object makes, or is, whatever its kind. */
public final class PodTemplates {

    private PodTemplates() {}

    /** Returns the template of the pods; nothing where the object makes none, or says nothing of them. */
    public static Optional<PodTemplateSpec> of(HasMetadata object) {
        return template(object).filter(template -> template.getSpec() != null);
    }

    private static Optional<PodTemplateSpec> template(HasMetadata object) {
        return switch (object) {
            case Pod pod -> Optional.of(new PodTemplateSpec(pod.getMetadata(), pod.getSpec()));
            case Deployment set -> Optional.ofNullable(set.getSpec()).map(DeploymentSpec::getTemplate);
            case StatefulSet set -> Optional.ofNullable(set.getSpec()).map(StatefulSetSpec::getTemplate);
            case DaemonSet set -> Optional.ofNullable(set.getSpec()).map(DaemonSetSpec::getTemplate);
            case ReplicaSet set -> Optional.ofNullable(set.getSpec()).map(ReplicaSetSpec::getTemplate);
            case Job job -> Optional.ofNullable(job.getSpec()).map(JobSpec::getTemplate);
            case CronJob job ->
                Optional.ofNullable(job.getSpec())
                        .map(CronJobSpec::getJobTemplate)
                        .map(JobTemplateSpec::getSpec)
                        .map(JobSpec::getTemplate);
            default -> Optional.empty();
        };
    }
}
