package dev.groundplan.terraform.bindings;

import dev.groundplan.terraform.schema.AttributeSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema.Nesting;
import dev.groundplan.terraform.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;

/** The sentences of the generated Javadoc. */
final class Descriptions {

    private Descriptions() {}

    static String setter(String path, AttributeSchema attribute) {
        List<String> words = new ArrayList<>(List.of(type(attribute.type())));
        words.add(
                attribute.required()
                        ? "required"
                        : attribute.computed() ? "the provider fills it when left out" : "optional");
        if (attribute.writeOnly()) {
            words.add("write-only: neither in the plan nor in the state");
        }
        if (attribute.sensitive()) {
            words.add("sensitive");
        }
        return "Sets {@code %s}: %s.".formatted(path, String.join("; ", words));
    }

    static String reader(String path, AttributeSchema attribute) {
        String known = attribute.computed() ? "; known after apply unless set" : "";
        return "Refers to {@code %s}: %s%s."
                .formatted(path, type(attribute.type()), attribute.configurable() ? known : "; computed");
    }

    static String block(String path, NestedBlockSchema nested) {
        boolean once = isSingle(nested);
        String verb = once ? "Sets the block {@code %s}, in place of one set before" : "Adds blocks {@code %s}";
        return (verb + "%s.").formatted(path, counts(nested));
    }

    static boolean isSingle(NestedBlockSchema nested) {
        return nested.maxItems() == 1 || nested.nesting() == Nesting.SINGLE || nested.nesting() == Nesting.GROUP;
    }

    private static String counts(NestedBlockSchema nested) {
        String min = nested.minItems() > 0 ? "; at least %d is required".formatted(nested.minItems()) : "; optional";
        return min + (nested.maxItems() > 1 ? "; at most %d".formatted(nested.maxItems()) : "");
    }

    private static String type(SchemaType type) {
        return switch (type) {
            case SchemaType.Primitive.STRING -> "a string";
            case SchemaType.Primitive.NUMBER -> "a number";
            case SchemaType.Primitive.BOOL -> "a boolean";
            case SchemaType.Primitive.DYNAMIC -> "any value";
            case SchemaType.ListOf list -> "a list, each " + type(list.element());
            case SchemaType.SetOf set -> "a set, each " + type(set.element());
            case SchemaType.MapOf map -> "a map, each " + type(map.element());
            case SchemaType.ObjectOf object ->
                "an object of {@code %s}"
                        .formatted(String.join(", ", object.attributes().keySet()));
            case SchemaType.TupleOf tuple ->
                "a tuple of %d".formatted(tuple.elements().size());
        };
    }
}
