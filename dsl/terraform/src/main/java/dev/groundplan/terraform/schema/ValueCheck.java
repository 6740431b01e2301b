package dev.groundplan.terraform.schema;

import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.BoolLiteral;
import dev.groundplan.terraform.ComputedExpression;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.ListExpression;
import dev.groundplan.terraform.NullLiteral;
import dev.groundplan.terraform.NumberLiteral;
import dev.groundplan.terraform.ObjectExpression;
import dev.groundplan.terraform.TextLiteral;
import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.ObjectOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import dev.groundplan.terraform.schema.SchemaType.TupleOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares a value with the type that an attribute takes, allowing what Terraform converts by itself. */
final class ValueCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final ProviderSchema schema;
    private final List<String> faults = new ArrayList<>();

    private ValueCheck(ProviderSchema schema) {
        this.schema = schema;
    }

    static List<String> faults(ProviderSchema schema, String path, SchemaType type, Expression<?> value) {
        var check = new ValueCheck(schema);
        check.value(path, type, value);
        return check.faults;
    }

    private void value(String path, SchemaType type, Expression<?> value) {
        switch (value) {
            case TextLiteral text -> expect(takes(type, text.value()), path, type, "the text `" + text.value() + "`");
            case NumberLiteral number ->
                expect(is(type, Primitive.NUMBER, Primitive.STRING), path, type, "the number `" + number.value() + "`");
            case BoolLiteral bool ->
                expect(is(type, Primitive.BOOL, Primitive.STRING), path, type, "`" + bool.value() + "`");
            case ListExpression<?> list -> list(path, type, list);
            case ObjectExpression<?> object -> object(path, type, object);
            case NullLiteral<?> nothing -> {}
            case ComputedExpression<?> computed -> reference(path, type, computed);
        }
    }

    private void expect(boolean holds, String path, SchemaType type, String given) {
        if (!holds) {
            faults.add("`%s` takes a `%s`, and was given %s.".formatted(path, TypeText.print(type), given));
        }
    }

    private static boolean takes(SchemaType type, String text) {
        return is(type, Primitive.STRING)
                || (type == Primitive.NUMBER && NUMBER.matcher(text).matches())
                || (type == Primitive.BOOL && (text.equals("true") || text.equals("false")));
    }

    private static boolean is(SchemaType type, Primitive... accepted) {
        return type == Primitive.DYNAMIC || List.of(accepted).contains(type);
    }

    private void list(String path, SchemaType type, ListExpression<?> list) {
        for (int i = 0; i < list.elements().size(); i++) {
            String place = path + "[" + i + "]";
            Expression<?> element = list.elements().get(i);
            elementType(type, i).ifPresent(inside -> value(place, inside, element));
        }
        boolean fits = type == Primitive.DYNAMIC
                || type instanceof ListOf
                || type instanceof SetOf
                || (type instanceof TupleOf tuple
                        && tuple.elements().size() == list.elements().size());
        expect(fits, path, type, "a list");
    }

    private static Optional<SchemaType> elementType(SchemaType type, int index) {
        return switch (type) {
            case ListOf list -> Optional.of(list.element());
            case SetOf set -> Optional.of(set.element());
            case TupleOf tuple -> tuple.elements().stream().skip(index).findFirst();
            default -> Optional.empty();
        };
    }

    private void object(String path, SchemaType type, ObjectExpression<?> object) {
        switch (type) {
            case MapOf(var inside) ->
                object.entries().forEach(entry -> value(path + "[" + entry.key() + "]", inside, entry.value()));
            case ObjectOf known -> members(path, known, object);
            default -> expect(type == Primitive.DYNAMIC, path, type, "an object");
        }
    }

    private void members(String path, ObjectOf known, ObjectExpression<?> object) {
        List<String> given = new ArrayList<>();
        for (ObjectExpression.Entry entry : object.entries()) {
            if (!(entry.key() instanceof TextLiteral key)) {
                return;
            }
            given.add(key.value());
            member(path, key.value(), known, entry.value());
        }
        for (String name : known.attributes().keySet()) {
            if (!given.contains(name) && !known.optional().contains(name)) {
                faults.add("`%s.%s` is missing: an object of this type has it, if only as null.".formatted(path, name));
            }
        }
    }

    private void member(String path, String name, ObjectOf known, Expression<?> value) {
        SchemaType member = known.attributes().get(name);
        if (member == null) {
            faults.add("`%s.%s` is not known.%s"
                    .formatted(
                            path,
                            name,
                            NearestName.question(name, known.attributes().keySet())));
        } else {
            value(path + "." + name, member, value);
        }
    }

    private void reference(String path, SchemaType type, ComputedExpression<?> computed) {
        KnownReference.of(schema, computed).ifPresent(reference -> {
            Optional<SchemaType> given = reference.type();
            if (given.isEmpty()) {
                faults.add("`%s` refers to `%s`, and %s".formatted(path, computed, reference.unknown()));
            } else if (!Conversions.possible(given.get(), type)) {
                expect(false, path, type, "`%s`, a `%s`".formatted(computed, TypeText.print(given.get())));
            }
        });
    }
}
