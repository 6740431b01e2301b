package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of a root module's directory that name types of resources: its configuration, that of local modules below
 * it, and its state.
 *
 * @param json configuration in JSON, by file
 * @param hcl configuration in Terraform's own language, by file
 * @param states state files, by file
 */
record ModuleText(SortedMap<String, JsonNode> json, SortedMap<String, String> hcl, SortedMap<String, String> states) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    static ModuleText read(Path directory) throws IOException {
        var text = new ModuleText(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.add(directory.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return text;
    }

    private void add(String name, Path file) throws IOException {
        if (name.startsWith(".terraform/")) {
            return;
        }
        if (name.endsWith(".tf.json")) {
            json.put(name, parsed(Files.readString(file)));
        } else if (name.endsWith(".tf")) {
            hcl.put(name, Files.readString(file));
        } else if (name.endsWith(".tfstate")) {
            states.put(name, Files.readString(file));
        }
    }

    /** Malformed JSON is for Terraform to report, with line and column. */
    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        }
    }

    /** Returns every word of the module, types of resources among them. */
    SortedSet<String> words() {
        var words = new TreeSet<String>();
        Stream.of(json.values().stream().map(JsonNode::toString), hcl.values().stream(), states.values().stream())
                .flatMap(texts -> texts)
                .flatMap(text -> WORD.matcher(text).results())
                .forEach(word -> words.add(word.group()));
        return words;
    }

    /** Terraform reads an array of objects in JSON as that many blocks. */
    static Stream<JsonNode> oneOrMany(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }
}
