package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;

/** The pods that an object makes. */
final class PodSpecs {

    private PodSpecs() {}

    static Optional<PodSpec> of(HasMetadata object) {
        return switch (object) {
            case Deployment deployment ->
                Optional.ofNullable(deployment.getSpec()).flatMap(spec -> of(spec.getTemplate()));
            case StatefulSet set -> Optional.ofNullable(set.getSpec()).flatMap(spec -> of(spec.getTemplate()));
            case DaemonSet set -> Optional.ofNullable(set.getSpec()).flatMap(spec -> of(spec.getTemplate()));
            case Job job -> Optional.ofNullable(job.getSpec()).flatMap(spec -> of(spec.getTemplate()));
            case CronJob job ->
                Optional.ofNullable(job.getSpec())
                        .flatMap(spec -> Optional.ofNullable(spec.getJobTemplate()))
                        .flatMap(template -> Optional.ofNullable(template.getSpec()))
                        .flatMap(spec -> of(spec.getTemplate()));
            case Pod pod -> Optional.ofNullable(pod.getSpec());
            default -> Optional.empty();
        };
    }

    private static Optional<PodSpec> of(PodTemplateSpec template) {
        return Optional.ofNullable(template).map(PodTemplateSpec::getSpec);
    }
}
