package dev.groundplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * 10,000 strings, each as a key and as a value, and 1,000 objects: written by us, read by every parser, and the same.
 *
 * <p>They travel in one Kubernetes object, as kubectl reads nothing else.
 */
class RoundTripTest {

    private static final long SEED = 20261123;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static Map<String, Object> document = new LinkedHashMap<>();
    private static String yaml = "";
    private static List<String> texts = List.of();

    @TempDir
    private Path scratch;

    @BeforeAll
    static void generate() {
        System.out.println("RoundTripTest seed " + SEED);
        var nasty = new NastyTexts(SEED);
        texts = List.copyOf(nasty.texts(10_000));
        var objects = new ArrayList<Map<String, Object>>();
        while (objects.size() < 1_000) {
            objects.add(nasty.object());
        }
        document = document(texts, objects);
        yaml = yaml(document);
    }

    private static Map<String, Object> document(List<String> texts, List<Map<String, Object>> objects) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put(
                "texts",
                texts.stream().map(text -> Collections.singletonMap(text, text)).toList());
        spec.put("list", texts);
        spec.put("objects", objects);
        var document = new LinkedHashMap<String, Object>();
        document.put("apiVersion", "example.com/v1");
        document.put("kind", "Anything");
        document.put("metadata", Collections.singletonMap("name", "anything"));
        document.put("spec", spec);
        return document;
    }

    private static String yaml(Map<String, Object> document) {
        return YamlText.of(new Header("a.B"), generator -> JSON.writeValue(generator, document));
    }

    @Test
    void snakeyaml_reads_what_was_written() {
        assertSame(snakeYaml(yaml));
    }

    @Test
    void snakeyaml_reads_each_string_alone() {
        for (var text : texts) {
            var alone = YamlText.of(generator -> generator.writeString(text));
            assertThat(snakeYaml(alone)).as(alone).isEqualTo(text);
        }
    }

    @Test
    void jackson_reads_the_json_that_was_written() throws IOException {
        assertSame(JSON.readValue(JsonText.of(generator -> JSON.writeValue(generator, document)), Object.class));
    }

    @Test
    void js_yaml_reads_what_was_written() throws IOException, InterruptedException {
        var node = RealProgram.of("js-yaml (node)", List.of("node"), "-e", "require('js-yaml')");
        assertSame(json(node.run(scratch, List.of("-e", """
                const text = require('fs').readFileSync(process.argv[1], 'utf8');
                process.stdout.write(JSON.stringify(require('js-yaml').load(text)));
                """, file().toString()))));
    }

    @Test
    void pyyaml_reads_what_was_written() throws IOException, InterruptedException {
        var python = RealProgram.of("PyYAML (python3)", List.of("python3"), "-c", "import yaml");
        assertSame(json(python.run(scratch, List.of("-c", """
                import json, sys, yaml
                with open(sys.argv[1], encoding='utf-8', newline='') as file:
                    print(json.dumps(yaml.load(file, Loader=yaml.SafeLoader)))
                """, file().toString()))));
    }

    @Test
    void libyaml_reads_what_was_written() throws IOException, InterruptedException {
        var python = RealProgram.of("libyaml (python3)", List.of("python3"), "-c", "import yaml; yaml.CSafeLoader");
        assertSame(json(python.run(scratch, List.of("-c", """
                import json, sys, yaml
                with open(sys.argv[1], 'rb') as file:
                    print(json.dumps(yaml.load(file, Loader=yaml.CSafeLoader)))
                """, file().toString()))));
    }

    @Test
    void kubectl_reads_what_was_written() throws IOException, InterruptedException {
        var kubectl = RealProgram.of("kubectl", List.of("kubectl"), "version", "--client");
        var arguments = List.of("label", "--local", "-o", "json", "-f", file().toString(), "read-by=kubectl");
        assertSame(json(kubectl.run(scratch, arguments)));
    }

    /**
     * Not as keys, and without tabs and characters that cannot be seen: kustomize reads them as kubectl does, but then writes
     * YAML of its own that it cannot read again ("found a tab character", "control characters are not allowed"), and it
     * drops the key {@code <<} although it is quoted.
     */
    @Test
    void kustomize_gives_back_every_value_that_it_can_write() throws IOException, InterruptedException {
        var kubectl = RealProgram.of("kubectl", List.of("kubectl"), "version", "--client");
        var data = new LinkedHashMap<String, Object>();
        texts.stream()
                .filter(text -> text.codePoints().allMatch(c -> c == '\n' || Characters.visible(c)))
                .forEach(text -> data.put("key-" + data.size(), text));
        assertThat(data).hasSizeGreaterThan(3_000);
        var configMap = new LinkedHashMap<String, Object>();
        configMap.put("apiVersion", "v1");
        configMap.put("kind", "ConfigMap");
        configMap.put("metadata", Collections.singletonMap("name", "texts"));
        configMap.put("data", data);
        Files.writeString(scratch.resolve("texts.yaml"), yaml(configMap));
        Files.writeString(scratch.resolve("kustomization.yaml"), "resources:\n- texts.yaml\n");
        var built = Files.write(
                scratch.resolve("built.yaml"), kubectl.run(scratch, List.of("kustomize", scratch.toString())));
        var read = json(kubectl.run(
                scratch, List.of("label", "--local", "-o", "json", "-f", built.toString(), "read-by=kubectl")));
        assertThat(((Map<?, ?>) read).get("data")).isEqualTo(data);
    }

    private Path file() throws IOException {
        return Files.writeString(scratch.resolve("anything.yaml"), yaml);
    }

    private static Object snakeYaml(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text);
    }

    private static Object json(byte[] bytes) throws IOException {
        // as text: Jackson's parser of bytes refuses an escaped pair of surrogates in a key
        return JSON.readValue(new String(bytes, StandardCharsets.UTF_8), Object.class);
    }

    private static void assertSame(Object read) {
        assertSame(document, read);
    }

    /** Item by item, so that a failure shows one string and not all of them. */
    private static void assertSame(Object written, Object read) {
        JsonNode actual = JSON.valueToTree(canonical(read));
        JsonNode expected = JSON.valueToTree(canonical(written));
        var faults = new ArrayList<String>();
        expected.path("spec").properties().forEach(section -> {
            var got = actual.path("spec").path(section.getKey());
            assertThat(got.size())
                    .as("items of %s", section.getKey())
                    .isEqualTo(section.getValue().size());
            for (int i = 0; i < got.size(); i++) {
                if (!section.getValue().path(i).equals(got.path(i))) {
                    faults.add(escaped(section.getValue().path(i)) + "    was read as " + escaped(got.path(i)));
                }
            }
        });
        assertThat(faults.stream().limit(20)).as("%d faults", faults.size()).isEmpty();
        assertThat(actual.path("spec").equals(expected.path("spec"))).isTrue();
    }

    private static String escaped(JsonNode value) {
        return JsonText.of(generator -> JSON.writeValue(generator, value));
    }

    /** Numbers as one type; every key must be a string already. */
    private static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new TreeMap<String, @Nullable Object>();
                map.forEach(
                        (key, item) -> copy.put((key instanceof String ? "" : "no string: ") + key, canonical(item)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(canonical(item)));
                yield copy;
            }
            case Number number ->
                BigDecimal.valueOf(new BigDecimal(number.toString()).doubleValue())
                        .stripTrailingZeros();
            case null -> null;
            default -> value;
        };
    }
}
