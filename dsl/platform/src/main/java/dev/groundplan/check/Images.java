package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images that the pods of an object run. */
final class Images {

    private Images() {}

    static List<String> of(HasMetadata object) {
        return spec(object).stream()
                .flatMap(spec -> Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream()))
                .map(Container::getImage)
                .filter(image -> image != null)
                .toList();
    }

    /** The name of an image without tag and digest; the port of a registry stays. */
    static String withoutVersion(String image) {
        return image.replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", "");
    }

    private static Optional<PodSpec> spec(HasMetadata object) {
        return switch (object) {
            case Pod pod -> Optional.ofNullable(pod.getSpec());
            case Deployment deployment -> template(deployment.getSpec().getTemplate());
            case StatefulSet set -> template(set.getSpec().getTemplate());
            case DaemonSet set -> template(set.getSpec().getTemplate());
            case Job job -> template(job.getSpec().getTemplate());
            case CronJob job ->
                template(job.getSpec().getJobTemplate().getSpec().getTemplate());
            default -> Optional.empty();
        };
    }

    private static Optional<PodSpec> template(PodTemplateSpec template) {
        return Optional.ofNullable(template).map(PodTemplateSpec::getSpec);
    }
}
