package dev.groundplan.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a pod's containers: one ConfigMap for all texts, and one volume for each directory of each container, so that a
 * changed value arrives without a restart (a file mounted alone would never change).
 */
final class MountedFiles {

    /** Owner and group may read; the group of the files is the pod's. */
    private static final int OWNER_AND_GROUP_READ = 0440;

    private final Pod pod;

    MountedFiles(Pod pod) {
        this.pod = pod;
    }

    /** The ConfigMap of all texts, where there is one. */
    Optional<ConfigMap> configMap() {
        var texts = texts();
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfigMapBuilder()
                        .withMetadata(WorkloadObjects.metadata(pod, configMapName()))
                        .withData(texts)
                        .build());
    }

    /** What changes with any text, where there is one: the pods start anew with it. */
    Optional<String> hash() {
        var texts = texts();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((key, text) -> {
                digest.update(key.getBytes(UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(UTF_8));
                digest.update((byte) 0);
            });
            return Optional.of(HexFormat.of().formatHex(digest.digest()).substring(0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    List<Volume> volumes() {
        return directories().values().stream().map(this::volume).toList();
    }

    List<VolumeMount> mounts(PlacedContainer container) {
        return directories().values().stream()
                .filter(directory -> directory.container().isSameAs(container))
                .map(directory -> new VolumeMountBuilder()
                        .withName(directory.name())
                        .withMountPath(directory.path())
                        .withReadOnly(true)
                        .build())
                .toList();
    }

    private record Directory(String name, PlacedContainer container, String path, List<MountedFile> files) {}

    /** The directories with their files, numbered in the order in which they were named. */
    private SequencedMap<String, Directory> directories() {
        var directories = new LinkedHashMap<String, Directory>();
        for (var container : pod.containers()) {
            for (var file : container.settings().files()) {
                var path = file.directory();
                var place = container.settings().name() + ":" + path;
                var directory = directories.computeIfAbsent(
                        place,
                        key -> new Directory("files-" + (directories.size() + 1), container, path, new ArrayList<>()));
                directory.files().add(file);
            }
        }
        return directories;
    }

    private Volume volume(Directory directory) {
        var builder = new VolumeBuilder().withName(directory.name()).withNewProjected();
        var configs = items(directory, MountedFile.Config.class);
        if (!configs.isEmpty()) {
            builder.addNewSource()
                    .withNewConfigMap()
                    .withName(configMapName())
                    .withItems(configs)
                    .endConfigMap()
                    .endSource();
        }
        var secrets = items(directory, MountedFile.Secret.class);
        if (!secrets.isEmpty()) {
            builder.withDefaultMode(OWNER_AND_GROUP_READ)
                    .addNewSource()
                    .withNewSecret()
                    .withName(pod.name())
                    .withItems(secrets)
                    .endSecret()
                    .endSource();
        }
        return builder.endProjected().build();
    }

    private static List<KeyToPath> items(Directory directory, Class<? extends MountedFile> kind) {
        return directory.files().stream()
                .filter(kind::isInstance)
                .map(file -> new KeyToPathBuilder()
                        .withKey(directory.container().key(file.key()))
                        .withPath(file.fileName())
                        .build())
                .toList();
    }

    private String configMapName() {
        return pod.name() + "-files";
    }

    private SequencedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        for (var container : pod.containers()) {
            for (var file : container.settings().files()) {
                if (file instanceof MountedFile.Config config) {
                    put(texts, container.key(config.key()), config);
                }
            }
        }
        return texts;
    }

    private static void put(SortedMap<String, String> texts, String key, MountedFile.Config config) {
        if (texts.putIfAbsent(key, config.text()) != null) {
            throw new IllegalArgumentException(
                    "The file `%s` would have the key `%s` in the ConfigMap, which another file has: give it another name."
                            .formatted(config.path(), key));
        }
    }
}
