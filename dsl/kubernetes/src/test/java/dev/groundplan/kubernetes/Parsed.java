package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** Data as other programs read it, as JSON with sorted keys, by kind, namespace and name. */
final class Parsed {

    private static final ObjectMapper SORTED = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT);

    private Parsed() {}

    static String json(Object data) {
        try {
            // through plain maps, so that trees and beans are sorted as well
            return SORTED.writeValueAsString(SORTED.readValue(SORTED.writeValueAsString(data), Object.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every object of a stream of YAML documents, read by SnakeYAML. */
    static SortedMap<String, String> objects(String yaml) {
        return objects(yaml, SafeConstructor::new);
    }

    /** The same of what kustomize prints: it leaves the value {@code <<} bare, which SnakeYAML takes for a merge. */
    static SortedMap<String, String> kustomized(String yaml) {
        return objects(yaml, MergeAsText::new);
    }

    private static SortedMap<String, String> objects(String yaml, Function<LoaderOptions, SafeConstructor> reader) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(false);
        var found = new TreeMap<String, String>();
        new Yaml(reader.apply(options)).loadAll(yaml).forEach(document -> {
            var tree = SORTED.valueToTree(document);
            var metadata = tree.path("metadata");
            var key = String.join(
                    " ",
                    tree.path("kind").asText(),
                    metadata.path("namespace").asText(),
                    metadata.path("name").asText());
            found.put(key, json(document));
        });
        return found;
    }

    private static final class MergeAsText extends SafeConstructor {
        MergeAsText(LoaderOptions options) {
            super(options);
            yamlConstructors.put(Tag.MERGE, new ConstructYamlStr());
        }
    }

    static void write(FileTree files, Path root) throws IOException {
        for (var file : files.texts().entrySet()) {
            FilePath path = file.getKey();
            Files.createDirectories(path.under(root).getParent());
            Files.writeString(path.under(root), file.getValue());
        }
    }
}
