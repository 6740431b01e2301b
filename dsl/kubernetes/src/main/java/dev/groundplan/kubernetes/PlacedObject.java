package dev.groundplan.kubernetes;

import dev.groundplan.files.FilePath;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object and the file that it becomes.
 *
 * @param file its file in the tree
 * @param name what tells it from all others
 * @param object the object itself, as it was given
 */
public record PlacedObject(FilePath file, ObjectName name, HasMetadata object) {

    static PlacedObject of(FilePath directory, HasMetadata object) {
        var name = ObjectName.of(object);
        return new PlacedObject(directory.resolve(ManifestFile.of(name)), name, object);
    }
}
