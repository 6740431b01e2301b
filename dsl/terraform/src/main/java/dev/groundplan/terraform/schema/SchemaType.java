package dev.groundplan.terraform.schema;

import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The type of an attribute, as Terraform's type system ("cty") has it. */
public sealed interface SchemaType {

    /** A type without parts. {@link #DYNAMIC} takes any value. */
    enum Primitive implements SchemaType {
        STRING,
        NUMBER,
        BOOL,
        DYNAMIC
    }

    /** Values of one type in a given order. */
    record ListOf(SchemaType element) implements SchemaType {}

    /** Distinct values of one type without order. */
    record SetOf(SchemaType element) implements SchemaType {}

    /** Values of one type under keys that the user chooses. */
    record MapOf(SchemaType element) implements SchemaType {}

    /** Values under keys that the provider fixes; those of {@code optional} may be left out. */
    record ObjectOf(SequencedMap<String, SchemaType> attributes, SequencedSet<String> optional) implements SchemaType {}

    /** Values of fixed types in a fixed order. */
    record TupleOf(List<SchemaType> elements) implements SchemaType {}
}
