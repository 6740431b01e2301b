package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;

/** The pods that an object starts, whatever its kind. */
final class PodTemplates {

    private PodTemplates() {}

    /** The template of the pods of this object, where it starts any. */
    static Optional<PodTemplateSpec> of(HasMetadata object) {
        var template = switch (object) {
            case Deployment deployment -> deployment.getSpec().getTemplate();
            case StatefulSet set -> set.getSpec().getTemplate();
            case DaemonSet set -> set.getSpec().getTemplate();
            case Job job -> job.getSpec().getTemplate();
            case CronJob job -> job.getSpec().getJobTemplate().getSpec().getTemplate();
            default -> null;
        };
        return Optional.ofNullable(template).filter(found -> found.getSpec() != null);
    }
}
