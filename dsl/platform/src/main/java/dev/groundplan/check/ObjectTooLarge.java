package dev.groundplan.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds ConfigMaps and Secrets with more data, and objects with more annotations, than the API server takes. */
final class ObjectTooLarge implements ElementsCheck {

    private static final int MOST_DATA = 1024 * 1024;
    private static final int MOST_ANNOTATIONS = 256 * 1024;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var placed : platform.kubernetes()) {
            long data = data(placed);
            if (data > MOST_DATA) {
                problems.add(problem(placed, "data", data, MOST_DATA));
            }
            long annotations = bytes(placed.object().getMetadata().getAnnotations(), true);
            if (annotations > MOST_ANNOTATIONS) {
                problems.add(problem(placed, "annotations", annotations, MOST_ANNOTATIONS));
            }
        }
        return problems;
    }

    private static long data(PlacedObject placed) {
        return switch (placed.object()) {
            case ConfigMap map -> bytes(map.getData(), false) + decoded(map.getBinaryData());
            case Secret secret -> bytes(secret.getStringData(), false) + decoded(secret.getData());
            default -> 0;
        };
    }

    private static long bytes(@Nullable Map<String, String> texts, boolean withKeys) {
        return orNone(texts).entrySet().stream()
                .mapToLong(entry -> length(entry.getValue()) + (withKeys ? length(entry.getKey()) : 0))
                .sum();
    }

    /** Three bytes are four characters of Base64. */
    private static long decoded(@Nullable Map<String, String> base64) {
        return orNone(base64).values().stream()
                .mapToLong(text -> length(text.replaceAll("[=\\s]", "")) * 3 / 4)
                .sum();
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> texts) {
        return Objects.requireNonNullElse(texts, new LinkedHashMap<>());
    }

    private static long length(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static Problem problem(PlacedObject placed, String what, long bytes, int most) {
        return new Problem(
                "K42",
                "The %s has %d bytes of %s, and the API server takes %d.".formatted(placed.label(), bytes, what, most),
                placed.from().place(),
                "split it into several objects, or keep the text in an image or a bucket");
    }
}
