package dev.groundplan.expand;

import dev.groundplan.describe.Placement;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** A Kubernetes object, the place of its file, and where in the description it comes from. */
public record PlacedObject(Placement placement, HasMetadata object, PartPlace from) {

    /** Returns the object as a reader names it, such as {@code Deployment `test/test-app`}. */
    public String label() {
        var namespace = object.getMetadata().getNamespace();
        var name = object.getMetadata().getName();
        return object.getKind() + " `" + (namespace == null ? name : namespace + "/" + name) + "`";
    }
}
