package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is mounted into the container of an app. */
final class Mounts {

    private Mounts() {}

    /** Whether a path, or a directory above or below it, is mounted. */
    static boolean cover(RunApp app, String path) {
        return app.container().getVolumeMounts().stream()
                .map(VolumeMount::getMountPath)
                .anyMatch(mounted -> isWithin(path, mounted) || isWithin(mounted, path));
    }

    /** A key of a Secret. */
    record SecretKey(String secret, String key) {}

    /** The key of a Secret that a file comes from, where it does. */
    static Optional<SecretKey> secretAt(RunApp app, String file) {
        return app.container().getVolumeMounts().stream()
                .filter(mount -> file.startsWith(mount.getMountPath() + "/"))
                .flatMap(mount -> app.pod().getVolumes().stream()
                        .filter(volume -> mount.getName().equals(volume.getName()))
                        .flatMap(volume -> secretAt(
                                volume, file.substring(mount.getMountPath().length() + 1))))
                .findFirst();
    }

    private static Stream<SecretKey> secretAt(Volume volume, String file) {
        var whole = Stream.ofNullable(volume.getSecret())
                .flatMap(secret -> key(secret.getSecretName(), secret.getItems(), file));
        var parts = Stream.ofNullable(volume.getProjected())
                .flatMap(projected -> projected.getSources().stream())
                .flatMap(source -> Stream.ofNullable(source.getSecret()))
                .flatMap(secret -> key(secret.getName(), secret.getItems(), file));
        return Stream.concat(whole, parts);
    }

    /** Without items each key is a file of its name. */
    private static Stream<SecretKey> key(@Nullable String secret, List<KeyToPath> items, String file) {
        if (secret == null) {
            return Stream.empty();
        }
        return items.isEmpty()
                ? Stream.of(new SecretKey(secret, file))
                : items.stream()
                        .filter(item -> file.equals(item.getPath()))
                        .map(item -> new SecretKey(secret, item.getKey()));
    }

    private static boolean isWithin(String path, String directory) {
        return path.equals(directory) || path.startsWith(directory.endsWith("/") ? directory : directory + "/");
    }
}
