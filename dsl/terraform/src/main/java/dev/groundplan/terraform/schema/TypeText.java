package dev.groundplan.terraform.schema;

import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.ObjectOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import dev.groundplan.terraform.schema.SchemaType.TupleOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A type as text without blanks, such as {@code list(object({name=string,size?=number}))}. */
final class TypeText {

    private static final String GRAMMAR =
            "A type is `string`, `number`, `bool`, `dynamic`, `list(…)`, `set(…)`, `map(…)`, "
                    + "`tuple([…,…])` or `object({name=…,optional?=…})`.";

    private final String text;
    private int position;

    private TypeText(String text) {
        this.text = text;
    }

    static SchemaType parse(String text) {
        var parser = new TypeText(text);
        SchemaType type = parser.type();
        parser.expect(parser.position == text.length());
        return type;
    }

    static String print(SchemaType type) {
        return switch (type) {
            case Primitive primitive -> primitive.name().toLowerCase(Locale.ROOT);
            case ListOf list -> "list(" + print(list.element()) + ")";
            case SetOf set -> "set(" + print(set.element()) + ")";
            case MapOf map -> "map(" + print(map.element()) + ")";
            case TupleOf tuple ->
                tuple.elements().stream().map(TypeText::print).collect(Collectors.joining(",", "tuple([", "])"));
            case ObjectOf object -> printObject(object);
        };
    }

    private static String printObject(ObjectOf object) {
        return object.attributes().entrySet().stream()
                .map(e -> e.getKey() + (object.optional().contains(e.getKey()) ? "?=" : "=") + print(e.getValue()))
                .collect(Collectors.joining(",", "object({", "})"));
    }

    private SchemaType type() {
        String word = word();
        return switch (word) {
            case "string" -> Primitive.STRING;
            case "number" -> Primitive.NUMBER;
            case "bool" -> Primitive.BOOL;
            case "dynamic" -> Primitive.DYNAMIC;
            case "list" -> new ListOf(element());
            case "set" -> new SetOf(element());
            case "map" -> new MapOf(element());
            case "tuple" -> tuple();
            case "object" -> object();
            default -> throw new IllegalArgumentException("There is no type `%s`. %s".formatted(word, GRAMMAR));
        };
    }

    private SchemaType element() {
        take("(");
        SchemaType element = type();
        take(")");
        return element;
    }

    private TupleOf tuple() {
        List<SchemaType> elements = new ArrayList<>();
        take("([");
        while (!has("]")) {
            elements.add(type());
            expect(has("]") || takes(","));
        }
        take("])");
        return new TupleOf(List.copyOf(elements));
    }

    private ObjectOf object() {
        var attributes = new LinkedHashMap<String, SchemaType>();
        var optional = new LinkedHashSet<String>();
        take("({");
        while (!has("}")) {
            String name = word();
            if (takes("?")) {
                optional.add(name);
            }
            take("=");
            expect(attributes.put(name, type()) == null);
            expect(has("}") || takes(","));
        }
        take("})");
        return new ObjectOf(
                Collections.unmodifiableSequencedMap(attributes), Collections.unmodifiableSequencedSet(optional));
    }

    private String word() {
        int start = position;
        while (position < text.length() && isNameCharacter(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private boolean has(String token) {
        return text.startsWith(token, position);
    }

    private boolean takes(String token) {
        boolean taken = has(token);
        position += taken ? token.length() : 0;
        return taken;
    }

    private void take(String token) {
        expect(takes(token));
    }

    private void expect(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "The type `%s` is wrong at its character %d. %s".formatted(text, position + 1, GRAMMAR));
        }
    }
}
