package dev.groundplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What parsers of other languages read in rendered YAML: PyYAML (YAML 1.1), js-yaml (YAML 1.2) and SnakeYAML. Where they
 * differ, as over {@code no}, {@code 0123} or {@code 1e3}, so will the tools of those who use the files.
 *
 * <p>Dates are left as strings, as Kubernetes reads them. A key given twice is refused.
 */
public final class YamlParsers {

    /** What {@link RequiresProgram} needs for {@link #disagreements}: python3 with PyYAML. */
    public static final String PYTHON = "python3 -c 'import yaml'";

    /** What {@link RequiresProgram} needs for {@link #disagreements}: node with js-yaml. */
    public static final String NODE = "node -e 'require(\"js-yaml\")'";

    private YamlParsers() {}

    /**
     * Reads each {@code .yaml} and {@code .yml} file of a tree with all three.
     *
     * @return where they differ from SnakeYAML or refuse; empty if all read the same
     * @throws IllegalArgumentException if the tree has no such file, since nothing would be compared
     * @throws IllegalStateException if {@code python3} or {@code node}, or PyYAML or js-yaml for them, is missing
     */
    public static List<Disagreement> disagreements(FileTree tree) {
        var files = tree.texts().keySet().stream()
                .filter(file -> file.name().endsWith(".yaml") || file.name().endsWith(".yml"))
                .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("There is no YAML file in the tree, so there is nothing to compare.");
        }
        var texts = files.stream()
                .map(file -> String.valueOf(tree.texts().get(file)))
                .toList();
        var ours = YamlParser.SNAKE_YAML.read(texts);
        var found = new ArrayList<Disagreement>();
        IntStream.range(0, files.size())
                .filter(i -> ours.get(i).isTextual())
                .forEach(i -> found.add(new Disagreement(
                        files.get(i), "SNAKE_YAML refuses it: " + ours.get(i).asText())));
        for (var parser : List.of(YamlParser.JS_YAML, YamlParser.PY_YAML)) {
            compare(parser, files, ours, parser.read(texts), found);
        }
        return List.copyOf(found);
    }

    private static void compare(
            YamlParser parser,
            List<FilePath> files,
            List<JsonNode> ours,
            List<JsonNode> theirs,
            List<Disagreement> found) {
        for (var i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var read = theirs.get(i);
            if (read.isTextual()) {
                found.add(new Disagreement(file, parser + " refuses it: " + read.asText()));
            } else if (!ours.get(i).isTextual() && !read.equals(ours.get(i))) {
                found.add(new Disagreement(
                        file,
                        parser + " reads other data:\n"
                                + TextDifference.unified(
                                        YamlParser.SNAKE_YAML.name(),
                                        ours.get(i).toPrettyString(),
                                        parser.name(),
                                        read.toPrettyString())));
            }
        }
    }
}
