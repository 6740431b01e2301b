package dev.groundplan.terraform.schema;

import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.ObjectOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import dev.groundplan.terraform.schema.SchemaType.TupleOf;
import java.util.Optional;

/** What Terraform turns into what by itself. */
final class Conversions {

    private Conversions() {}

    /** Returns whether a value of one type may be given where another is wanted; of text it depends on the text. */
    static boolean possible(SchemaType from, SchemaType to) {
        if (from == Primitive.DYNAMIC || from.equals(to)) {
            return true;
        }
        return switch (to) {
            case Primitive.STRING -> from instanceof Primitive;
            case Primitive.NUMBER, Primitive.BOOL -> from == Primitive.STRING;
            case Primitive.DYNAMIC -> true;
            case ListOf list ->
                element(from).filter(given -> possible(given, list.element())).isPresent();
            case SetOf set ->
                element(from).filter(given -> possible(given, set.element())).isPresent();
            case MapOf map ->
                from instanceof ObjectOf || (from instanceof MapOf given && possible(given.element(), map.element()));
            case ObjectOf object -> from instanceof ObjectOf || from instanceof MapOf;
            case TupleOf tuple -> from instanceof TupleOf;
        };
    }

    private static Optional<SchemaType> element(SchemaType from) {
        return switch (from) {
            case ListOf list -> Optional.of(list.element());
            case SetOf set -> Optional.of(set.element());
            case TupleOf tuple -> Optional.of(Primitive.DYNAMIC);
            default -> Optional.empty();
        };
    }
}
