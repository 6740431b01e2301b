package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the data sources {@code terraform_remote_state} of a module read offline: a state file beside it with given outputs, in
 * place of the backend that they name.
 *
 * @param states the text of each state file, by the data source's name
 */
record RemoteStates(SortedMap<String, String> states) {

    static final RemoteStates NONE = new RemoteStates(new TreeMap<>());

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    RemoteStates {
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    }

    RemoteStates with(String name, Map<String, ?> values) {
        var more = new TreeMap<>(states);
        more.put(name, state(new TreeMap<>(values)).toPrettyString());
        return new RemoteStates(more);
    }

    /**
     * Returns the files that answer the module's data sources: states, and by {@code override} what names them.
     *
     * @throws IllegalArgumentException if nobody said what one of them reads
     */
    SortedMap<String, String> files(ModuleText module, String override) {
        var files = new TreeMap<String, String>();
        var root = NODES.objectNode();
        root.putObject("terraform").putObject("backend").putObject("local").put("path", OfflineModule.STATE);
        for (var name : declared(module)) {
            var state = states.get(name);
            if (state == null) {
                throw new IllegalArgumentException(
                        "The module reads the state of `%s`, and nobody said what is in it: write .withRemoteState(\"%s\", Map.of(\"vpc_id\", \"vpc-1\")) with the outputs it has."
                                .formatted(name, name));
            }
            var file = "remote-" + name + ".tfstate";
            files.put(file, state);
            var data = root.withObjectProperty("data").withObjectProperty("terraform_remote_state");
            data.putObject(name).put("backend", "local").putObject("config").put("path", file);
        }
        files.put(override, root + "\n");
        return files;
    }

    private static Collection<String> declared(ModuleText module) {
        var names = new TreeSet<String>();
        module.json().values().stream()
                .flatMap(ModuleText::oneOrMany)
                .flatMap(file -> ModuleText.oneOrMany(file.path("data")))
                .flatMap(data -> ModuleText.oneOrMany(data.path("terraform_remote_state")))
                .forEach(source -> source.fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static ObjectNode state(Map<String, ?> values) {
        var state = NODES.objectNode();
        state.put("version", 4)
                .put("terraform_version", "1.11.0")
                .put("serial", 1)
                .put("lineage", "offline");
        var all = state.putObject("outputs");
        values.forEach((name, value) -> all.putObject(name)
                .<ObjectNode>set("value", JSON.valueToTree(value))
                .set("type", type(value)));
        state.putArray("resources");
        return state;
    }

    /** The type as a state file writes it. */
    private static JsonNode type(Object value) {
        return switch (value) {
            case String text -> NODES.textNode("string");
            case Boolean flag -> NODES.textNode("bool");
            case Number number -> NODES.textNode("number");
            case List<?> elements -> {
                var each = NODES.arrayNode();
                elements.forEach(element -> each.add(type(element)));
                yield NODES.arrayNode().add("tuple").add(each);
            }
            case Map<?, ?> entries -> {
                var each = NODES.objectNode();
                entries.forEach((key, entry) -> each.set(String.valueOf(key), type(entry)));
                yield entries.values().stream().allMatch(String.class::isInstance)
                        ? NODES.arrayNode().add("map").add("string")
                        : NODES.arrayNode().add("object").add(each);
            }
            default ->
                throw new IllegalArgumentException(
                        "`%s` (%s) has no counterpart in Terraform: write a String, Boolean, Number, List or Map."
                                .formatted(value, value.getClass().getName()));
        };
    }
}
