package dev.groundplan.testing;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A tree of files taken apart into what readers think of: objects and elements.
 *
 * @param pieces by name, such as {@code staging > Deployment test/test-app}
 */
record Snapshot(SortedMap<String, Piece> pieces) {

    /**
     * One object or element.
     *
     * @param file where it is
     * @param text the whole text of it
     */
    record Piece(FilePath file, String text) {}

    static Snapshot of(FileTree tree) {
        var pieces = new TreeMap<String, Piece>();
        tree.texts().forEach((file, text) -> add(pieces, file, text));
        return new Snapshot(pieces);
    }

    private static void add(SortedMap<String, Piece> pieces, FilePath file, String text) {
        if (file.name().endsWith(".tf.json")) {
            var parts = TerraformPieces.of(text);
            parts.elements()
                    .forEach((address, piece) -> put(
                            pieces, environment(file) + " > " + root(file) + " > " + address, new Piece(file, piece)));
            put(pieces, fileName(file) + " (around its elements)", new Piece(file, parts.around()));
        } else {
            put(pieces, file.name().endsWith(".yaml") ? objectName(file, text) : fileName(file), new Piece(file, text));
        }
    }

    /** Two objects of one name are for the checks of the platform to refuse; here each keeps a name of its own. */
    private static void put(SortedMap<String, Piece> pieces, String name, Piece piece) {
        var free = name;
        while (pieces.putIfAbsent(free, piece) != null) {
            free = free + " in " + piece.file();
        }
    }

    private static String objectName(FilePath file, String text) {
        try {
            var documents = YamlData.documents(text);
            var name = documents.isEmpty()
                    ? ""
                    : documents.getFirst().at("/metadata/name").asText();
            return name.isEmpty()
                    ? fileName(file)
                    : environment(file) + " > "
                            + ObjectTitle.of(
                                    documents.getFirst().path("kind").asText(),
                                    documents.getFirst().path("metadata"));
        } catch (YAMLException notYaml) {
            return fileName(file);
        }
    }

    private static String fileName(FilePath file) {
        var names = file.names();
        return names.size() == 1
                ? file.toString()
                : environment(file) + " > " + String.join("/", names.subList(1, names.size()));
    }

    private static String environment(FilePath file) {
        return file.names().getFirst();
    }

    /** The directory of a root module has its name. */
    private static String root(FilePath file) {
        return file.directory().map(FilePath::name).orElse("");
    }
}
