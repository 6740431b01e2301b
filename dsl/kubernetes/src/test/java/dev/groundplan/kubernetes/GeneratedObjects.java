package dev.groundplan.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects that hold the strings which YAML gets wrong. */
final class GeneratedObjects {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "no",
            "on",
            "y",
            "~",
            "null",
            "true",
            "0123",
            "1e3",
            "0x1F",
            "1_000",
            "0o17",
            "12:30:45",
            "-",
            "?",
            "2026-01-01",
            "=",
            "<<",
            ".inf",
            ".nan",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "'",
            "\"",
            "\\",
            "{}",
            "[a]",
            "${x}",
            "%d",
            "@a",
            "`a`",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "a\n",
            "a\n\n",
            "\na",
            "a\nb",
            " a\n b",
            "\t",
            "a\tb",
            "a\r\nb",
            "a\u0085b",
            "a\u2028b",
            "\ufeffa",
            "\u0001",
            "\u007f",
            "ä",
            "😀",
            "---",
            "...",
            "--- a\n",
            "a:",
            ":a",
            "+1",
            "1.",
            "a".repeat(200) + " " + "b".repeat(200),
            "trailing ",
            "x\n\n\n ");

    private final Random random;
    private final List<String> strings;

    /** Of every string that YAML gets wrong, less those that hold one of some characters. */
    GeneratedObjects(long seed, String without) {
        random = new Random(seed);
        strings = NASTY.stream()
                .filter(text -> text.chars().noneMatch(c -> without.indexOf(c) >= 0))
                .toList();
    }

    Stream<HasMetadata> stream(int count) {
        return IntStream.range(0, count).mapToObj(this::object);
    }

    private HasMetadata object(int number) {
        var metadata = new ObjectMetaBuilder()
                .withName("object-" + number)
                .withNamespace("n" + number % 7)
                .withAnnotations(strings())
                .build();
        return switch (number % 5) {
            case 0 ->
                new ConfigMapBuilder()
                        .withMetadata(metadata)
                        .withData(strings())
                        .build();
            case 1 ->
                new SecretBuilder()
                        .withMetadata(metadata)
                        .withStringData(strings())
                        .build();
            case 2 -> deployment(metadata);
            case 3 ->
                new NetworkPolicyBuilder()
                        .withMetadata(metadata)
                        .withNewSpec()
                        .withPodSelector(
                                random.nextBoolean() ? new LabelSelector() : new LabelSelector(null, strings()))
                        .endSpec()
                        .build();
            default -> free(metadata);
        };
    }

    private HasMetadata deployment(ObjectMeta metadata) {
        var container = new ContainerBuilder()
                .withName("c")
                .withCommand(string(), string())
                .withEnv(new EnvVar("A", string(), null), new EnvVar("B", string(), null))
                .withResources(new ResourceRequirementsBuilder()
                        .addToRequests("memory", new Quantity("64Mi"))
                        .addToRequests("cpu", new Quantity("1"))
                        .build())
                .build();
        return new DeploymentBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .withContainers(container)
                .withNodeSelector(strings())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private HasMetadata free(ObjectMeta metadata) {
        var object = new GenericKubernetesResource();
        object.setApiVersion("example.org/v1");
        object.setKind("Free");
        object.setMetadata(metadata);
        object.setAdditionalProperty("spec", Map.of("values", value(3)));
        return object;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2, 3 -> string();
            case 4 ->
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> value(depth - 1))
                        .toList();
            default -> {
                var map = new TreeMap<String, Object>();
                strings().keySet().forEach(key -> map.put(key, value(depth - 1)));
                yield map;
            }
        };
    }

    private Map<String, String> strings() {
        var map = new TreeMap<String, String>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> map.put("k" + string(), string()));
        return map;
    }

    private String string() {
        var nasty = strings.get(random.nextInt(strings.size()));
        return random.nextInt(4) == 0 ? nasty + strings.get(random.nextInt(strings.size())) : nasty;
    }
}
