package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.SchemaType;
import java.util.stream.Collectors;

/** Terraform's JSON notation of a type: {@code "string"}, {@code ["list","string"]}, {@code ["object",{"a":"bool"}]}. */
final class TypeNotation {

    private TypeNotation() {}

    static String of(SchemaType type) {
        return switch (type) {
            case SchemaType.Primitive primitive -> primitive(primitive);
            case SchemaType.ListOf(var element) -> "[\"list\"," + of(element) + "]";
            case SchemaType.SetOf(var element) -> "[\"set\"," + of(element) + "]";
            case SchemaType.MapOf(var element) -> "[\"map\"," + of(element) + "]";
            case SchemaType.TupleOf(var elements) ->
                elements.stream().map(TypeNotation::of).collect(Collectors.joining(",", "[\"tuple\",[", "]]"));
            case SchemaType.ObjectOf object -> object(object);
        };
    }

    private static String primitive(SchemaType.Primitive primitive) {
        return switch (primitive) {
            case STRING -> "\"string\"";
            case NUMBER -> "\"number\"";
            case BOOL -> "\"bool\"";
            case DYNAMIC -> "\"dynamic\"";
        };
    }

    private static String object(SchemaType.ObjectOf object) {
        var attributes = object.attributes().entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + of(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        var optional = object.optional().stream().map(TypeNotation::quoted).collect(Collectors.joining(",", ",[", "]"));
        return "[\"object\"," + attributes + (object.optional().isEmpty() ? "" : optional) + "]";
    }

    // Names of attributes are identifiers; they hold nothing that JSON would escape.
    private static String quoted(String identifier) {
        return '"' + identifier + '"';
    }
}
