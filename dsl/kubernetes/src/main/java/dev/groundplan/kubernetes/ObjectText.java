package dev.groundplan.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * One text of an object: a key or a value.
 *
 * @param path where it stands, such as {@code spec.values.vpcId} or {@code spec.rules[0].host}
 * @param text the text itself
 * @param isKey whether it is a key; {@code path} ends with it then
 */
public record ObjectText(String path, String text, boolean isKey) {

    /** Returns every text of the object, in the order in which they are written. */
    public static List<ObjectText> of(HasMetadata object) {
        var found = new ArrayList<ObjectText>();
        walk("", ObjectWriting.tree(object), found);
        return List.copyOf(found);
    }

    private static void walk(String path, JsonNode node, List<ObjectText> found) {
        if (node.isTextual()) {
            found.add(new ObjectText(path, node.textValue(), false));
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            walk(path + "[" + i + "]", node.get(i), found);
        }
        node.forEachEntry((key, value) -> {
            var below = path.isEmpty() ? key : path + "." + key;
            found.add(new ObjectText(below, key, true));
            walk(below, value, found);
        });
    }
}
