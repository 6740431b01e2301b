package dev.groundplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.TextDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What {@code kubectl kustomize} makes of a rendered tree. Flux builds directories the same way, so an object that a
 * {@code kustomization.yaml} forgets never reaches the cluster.
 */
public final class KubectlKustomize {

    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private KubectlKustomize() {}

    /**
     * Builds every directory that has a {@code kustomization.yaml}, at any depth, and compares the objects with those of
     * all other {@code .yaml} files below it: each must come out once, as it was, and nothing else.
     *
     * @return what differs; empty if kubectl agrees
     * @throws IllegalArgumentException if the tree has no {@code kustomization.yaml} at all, since nothing would be compared
     * @throws IllegalStateException if {@code kubectl} is not on the {@code PATH}
     */
    public static List<Disagreement> disagreements(FileTree tree) {
        var directories = tree.texts().keySet().stream()
                .filter(file -> file.name().equals(KUSTOMIZATION))
                .map(FilePath::directory)
                .flatMap(Optional::stream)
                .toList();
        if (directories.isEmpty()) {
            throw new IllegalArgumentException("There is no `" + KUSTOMIZATION
                    + "` in any directory of the tree, so there is nothing to ask kubectl about.");
        }
        var kubectl = RealProgram.require("kubectl");
        try (var scratch = Scratch.create("groundplan-kubectl-")) {
            WrittenTree.write(tree, scratch.directory());
            return directories.stream()
                    .flatMap(directory -> compare(kubectl, tree, scratch.directory(), directory))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the tree cannot be written for kubectl", failure);
        }
    }

    private static Stream<Disagreement> compare(RealProgram kubectl, FileTree tree, Path root, FilePath directory) {
        var outcome = kubectl.run(new RealProgram.Invocation(
                root, PATIENCE, new LinkedHashMap<>(), List.of("kustomize", directory.toString())));
        if (outcome.exitCode() != 0) {
            return Stream.of(new Disagreement(
                    directory, "kubectl refuses it: " + outcome.errors().strip()));
        }
        var given = new TreeMap<String, JsonNode>();
        var problems = new ArrayList<Disagreement>();
        tree.texts().forEach((file, text) -> {
            if (WrittenTree.below(directory, file) && isObject(file)) {
                read(text, given).forEach(problem -> problems.add(new Disagreement(file, problem)));
            }
        });
        var built = new TreeMap<String, JsonNode>();
        read(outcome.output(), built)
                .forEach(problem -> problems.add(new Disagreement(directory, "kubectl: " + problem)));
        return Stream.concat(problems.stream(), differences(directory, given, built));
    }

    private static boolean isObject(FilePath file) {
        return file.name().endsWith(".yaml") && !file.name().equals(KUSTOMIZATION);
    }

    /** Adds the objects by identity; returns what is wrong. */
    private static List<String> read(String text, SortedMap<String, JsonNode> objects) {
        try {
            return YamlData.documents(text).stream()
                    .filter(object -> !object.isNull())
                    .filter(object -> objects.put(identity(object), object) != null)
                    .map(object -> identity(object) + " is there twice")
                    .toList();
        } catch (YAMLException malformed) {
            return List.of("SnakeYAML cannot read it: " + malformed.getMessage());
        }
    }

    private static String identity(JsonNode object) {
        var metadata = object.path("metadata");
        return object.path("apiVersion").asText() + " "
                + ObjectTitle.of(object.path("kind").asText(), metadata);
    }

    private static Stream<Disagreement> differences(
            FilePath directory, SortedMap<String, JsonNode> given, SortedMap<String, JsonNode> built) {
        var all = new TreeSet<>(given.keySet());
        all.addAll(built.keySet());
        return all.stream()
                .flatMap(object -> difference(object, given.get(object), built.get(object)).stream())
                .map(message -> new Disagreement(directory, message));
    }

    private static Optional<String> difference(String object, @Nullable JsonNode given, @Nullable JsonNode built) {
        if (given == null) {
            return Optional.of("kubectl builds `" + object + "`, which no file holds.");
        }
        if (built == null) {
            return Optional.of(
                    "kubectl does not build `" + object + "`: no `" + KUSTOMIZATION + "` leads to its file.");
        }
        return given.equals(built)
                ? Optional.empty()
                : Optional.of("kubectl builds another `" + object + "`:\n"
                        + TextDifference.unified(
                                "rendered", given.toPrettyString(), "kubectl", built.toPrettyString()));
    }
}
