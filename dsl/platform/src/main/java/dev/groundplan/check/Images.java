package dev.groundplan.check;

import dev.groundplan.facts.PodTemplates;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.stream.Stream;

/** The images that the pods of an object run. */
final class Images {

    private Images() {}

    static List<String> of(HasMetadata object) {
        return PodTemplates.of(object).map(PodTemplateSpec::getSpec).stream()
                .flatMap(spec -> Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream()))
                .map(Container::getImage)
                .filter(image -> image != null)
                .toList();
    }

    /** The name of an image without tag and digest; the port of a registry stays. */
    static String withoutVersion(String image) {
        return image.replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", "");
    }
}
