package dev.groundplan.terraform.schema;

import dev.groundplan.terraform.schema.NestedBlockSchema.Nesting;
import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.ObjectOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import dev.groundplan.terraform.schema.SchemaType.TupleOf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns the JSON of one type into its schema. */
final class JsonBlocks {

    private JsonBlocks() {}

    /** The object {@code {"version": …, "block": {…}}}. */
    static BlockSchema block(Object schema) {
        return content(object(object(schema).getOrDefault("block", Collections.emptyMap())));
    }

    private static BlockSchema content(Map<String, Object> block) {
        return new BlockSchema(
                sorted(block, "attributes", JsonBlocks::attribute), sorted(block, "block_types", JsonBlocks::nested));
    }

    private static <T> SortedMap<String, T> sorted(
            Map<String, Object> parent, String key, Function<Map<String, Object>, T> read) {
        var sorted = new TreeMap<String, T>();
        object(parent.getOrDefault(key, Collections.emptyMap()))
                .forEach((name, value) -> sorted.put(name, read.apply(object(value))));
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static AttributeSchema attribute(Map<String, Object> attribute) {
        return new AttributeSchema(
                attribute.get("nested_type") instanceof Map<?, ?> nested
                        ? nestedType(object(nested))
                        : type(attribute.getOrDefault("type", "dynamic")),
                is(attribute, "required"),
                is(attribute, "optional"),
                is(attribute, "computed"),
                is(attribute, "sensitive"),
                is(attribute, "write_only"));
    }

    private static NestedBlockSchema nested(Map<String, Object> nested) {
        return new NestedBlockSchema(
                Nesting.valueOf(text(nested, "nesting_mode").toUpperCase(Locale.ROOT)),
                content(object(nested.getOrDefault("block", Collections.emptyMap()))),
                Integer.parseInt(text(nested, "min_items")),
                Integer.parseInt(text(nested, "max_items")));
    }

    /** An attribute with attributes of its own is an object, or a collection of objects. */
    private static SchemaType nestedType(Map<String, Object> nested) {
        var types = new LinkedHashMap<String, SchemaType>();
        var optional = new LinkedHashSet<String>();
        sorted(nested, "attributes", JsonBlocks::attribute).forEach((name, attribute) -> {
            types.put(name, attribute.type());
            if (!attribute.required()) {
                optional.add(name);
            }
        });
        SchemaType element = objectOf(types, optional);
        return switch (text(nested, "nesting_mode")) {
            case "list" -> new ListOf(element);
            case "set" -> new SetOf(element);
            case "map" -> new MapOf(element);
            default -> element;
        };
    }

    /** A type in the JSON of "cty": a name, or an array of a name and what is inside. */
    private static SchemaType type(Object type) {
        if (type instanceof List<?> parts) {
            return composite(parts);
        }
        return Primitive.valueOf(String.valueOf(type).toUpperCase(Locale.ROOT));
    }

    private static SchemaType composite(List<?> parts) {
        Object inside = parts.get(1);
        return switch (String.valueOf(parts.get(0))) {
            case "list" -> new ListOf(type(inside));
            case "set" -> new SetOf(type(inside));
            case "map" -> new MapOf(type(inside));
            case "tuple" ->
                new TupleOf(((List<?>) inside).stream().map(JsonBlocks::type).toList());
            case "object" -> object(inside, parts.size() > 2 ? (List<?>) parts.get(2) : List.of());
            default ->
                throw new IllegalArgumentException("There is no type `%s` in Terraform.".formatted(parts.get(0)));
        };
    }

    private static ObjectOf object(Object members, List<?> optional) {
        var types = new LinkedHashMap<String, SchemaType>();
        new TreeMap<>(object(members)).forEach((name, type) -> types.put(name, type(type)));
        var names = new LinkedHashSet<String>();
        optional.stream().map(String::valueOf).sorted().forEach(names::add);
        return objectOf(types, names);
    }

    private static ObjectOf objectOf(SequencedMap<String, SchemaType> types, SequencedSet<String> optional) {
        return new ObjectOf(
                Collections.unmodifiableSequencedMap(types), Collections.unmodifiableSequencedSet(optional));
    }

    private static boolean is(Map<String, Object> object, String flag) {
        return "true".equals(object.get(flag));
    }

    private static String text(Map<String, Object> object, String key) {
        return String.valueOf(object.getOrDefault(key, "0"));
    }

    @SuppressWarnings("unchecked") // JsonTree makes no other maps.
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
