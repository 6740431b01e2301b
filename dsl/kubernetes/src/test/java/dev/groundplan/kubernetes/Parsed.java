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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(false);
        var found = new TreeMap<String, String>();
        new Yaml(new SafeConstructor(options)).loadAll(yaml).forEach(document -> {
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

    static void write(FileTree files, Path root) throws IOException {
        for (var file : files.texts().entrySet()) {
            FilePath path = file.getKey();
            Files.createDirectories(path.under(root).getParent());
            Files.writeString(path.under(root), file.getValue());
        }
    }
}
