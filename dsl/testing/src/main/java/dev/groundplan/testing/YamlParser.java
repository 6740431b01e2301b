package dev.groundplan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML parser of some language, asked for the documents of many texts at once. */
enum YamlParser {
    /** Java's, in this JVM. */
    SNAKE_YAML {
        @Override
        List<JsonNode> read(List<String> texts) {
            return texts.stream().map(YamlParser::snakeYaml).toList();
        }
    },

    /** JavaScript's js-yaml, in node. */
    JS_YAML {
        @Override
        List<JsonNode> read(List<String> texts) {
            return script("node", "read-yaml.cjs", texts);
        }
    },

    /** Python's PyYAML. */
    PY_YAML {
        @Override
        List<JsonNode> read(List<String> texts) {
            return script("python3", "read_yaml.py", texts);
        }
    };

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Returns, for each text, the array of its documents, or a string that says why it is no YAML. */
    abstract List<JsonNode> read(List<String> texts);

    private static JsonNode snakeYaml(String text) {
        try {
            return JsonNodeFactory.instance.arrayNode().addAll(YamlData.documents(text));
        } catch (YAMLException malformed) {
            return JsonNodeFactory.instance.textNode(String.valueOf(malformed.getMessage()));
        }
    }

    private static List<JsonNode> script(String program, String name, List<String> texts) {
        try (var scratch = Scratch.create("groundplan-yaml-")) {
            var input = scratch.directory().resolve("texts.json");
            Files.writeString(input, array(texts));
            var script = scratch.directory().resolve(name);
            Files.write(script, resource(name));
            return answers(program, scratch.directory(), List.of(script.toString(), input.toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException("the texts cannot be written for " + program, failure);
        }
    }

    private static List<JsonNode> answers(String program, Path directory, List<String> arguments)
            throws JsonProcessingException {
        var outcome = RealProgram.require(program)
                .run(new RealProgram.Invocation(directory, PATIENCE, new LinkedHashMap<>(), arguments));
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(
                    "`" + program + "` cannot read YAML on this machine:\n" + outcome.everything());
        }
        return StreamSupport.stream(YamlData.json(outcome.output()).spliterator(), false)
                .toList();
    }

    private static String array(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array.toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (var script = YamlParser.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException("the kit's own file " + name + " is missing from its jar");
            }
            return script.readAllBytes();
        }
    }
}
