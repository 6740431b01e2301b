package dev.groundplan.inventory;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import java.util.stream.Stream;

/** The Kubernetes objects of a platform by their kind. */
final class ObjectsOf {

    private ObjectsOf() {}

    static <T> Stream<T> kind(ExpandedPlatform platform, Class<T> kind) {
        return platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
