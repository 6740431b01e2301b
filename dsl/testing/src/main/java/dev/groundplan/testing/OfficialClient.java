package dev.groundplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the official Java client of Kubernetes says of rendered objects: its models refuse fields that a kind does not have and
 * such that it lacks, at any depth. Objects of kinds that Kubernetes does not bring itself are left out.
 */
public final class OfficialClient {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    /** The groups of Kubernetes' own kinds, in the version that the client is made for. */
    private static final List<String> GROUPS = List.of(
            "",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "apps",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "coordination.k8s.io",
            "discovery.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "networking.k8s.io",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io",
            "storage.k8s.io");

    private OfficialClient() {}

    /**
     * Hands every object of Kubernetes' own kinds in the {@code .yaml} files of a tree to the client.
     *
     * @return what it refuses; empty if it takes all
     * @throws IllegalArgumentException if the tree has no such object, since nothing would be asked
     */
    public static List<Disagreement> disagreements(FileTree tree) {
        var asked = tree.texts().entrySet().stream()
                .filter(file -> file.getKey().name().endsWith(".yaml"))
                .flatMap(file -> answers(file.getKey(), file.getValue()))
                .toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no object of a kind of Kubernetes' own in the tree, so there is nothing to ask the client about.");
        }
        return asked.stream().flatMap(Optional::stream).toList();
    }

    /** An answer for each object that the client knows: empty if it takes it. */
    private static Stream<Optional<Disagreement>> answers(FilePath file, String text) {
        try {
            return YamlData.documents(text).stream()
                    .filter(OfficialClient::isItsOwn)
                    .map(object -> refusal(object).map(message -> new Disagreement(file, message)));
        } catch (YAMLException malformed) {
            return Stream.of(
                    Optional.of(new Disagreement(file, "SnakeYAML cannot read it: " + malformed.getMessage())));
        }
    }

    private static boolean isItsOwn(JsonNode object) {
        return object.hasNonNull("kind") && GROUPS.contains(group(object));
    }

    private static Optional<String> refusal(JsonNode object) {
        try {
            validation(object).invoke(null, JsonParser.parseString(object.toString()));
            return Optional.empty();
        } catch (ClassNotFoundException unknown) {
            return Optional.of("the client knows no `%s` of `%s`."
                    .formatted(
                            object.path("kind").asText(),
                            object.path("apiVersion").asText()));
        } catch (InvocationTargetException refused) {
            return Optional.of("the client refuses it: "
                    + Optional.ofNullable(refused.getCause()).orElse(refused).getMessage());
        } catch (NoSuchMethodException | IllegalAccessException other) {
            throw new IllegalStateException("The models of the official client have no `validateJsonElement`.", other);
        }
    }

    /** The client calls its models by version and kind: {@code V1Deployment}. */
    private static Method validation(JsonNode object) throws ClassNotFoundException, NoSuchMethodException {
        var apiVersion = object.path("apiVersion").asText();
        var version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        var model = version.substring(0, 1).toUpperCase(Locale.ROOT)
                + version.substring(1)
                + object.path("kind").asText();
        return Class.forName(MODELS + model).getMethod("validateJsonElement", JsonElement.class);
    }

    private static String group(JsonNode object) {
        var apiVersion = object.path("apiVersion").asText();
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
