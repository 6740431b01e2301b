package dev.groundplan.testing.terraform.wire;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A value of Terraform's type system ("cty") as it travels: lists, sets and tuples are sequences, maps and objects are
 * mappings, a value of the dynamic type is a sequence of its type (binary) and itself.
 */
public sealed interface CtyValue {

    /** The absent value. */
    enum Absent implements CtyValue {
        /** Terraform's {@code null}. */
        NULL
    }

    /**
     * A value that Terraform learns only while applying.
     *
     * @param extension MessagePack's number of the extension type: 0, or 12 with refinements
     * @param refinements the extension's bytes as ISO 8859-1, kept as they came
     */
    record Unknown(byte extension, String refinements) implements CtyValue {
        /** Nothing is known of it. */
        public static final Unknown VALUE = new Unknown((byte) 0, "\0");
    }

    /** A string, or a number too long for MessagePack's own. */
    record Text(String value) implements CtyValue {}

    /** A boolean. */
    record Flag(boolean value) implements CtyValue {}

    /** A number; 1 and 1.0 are the same. */
    record Numeral(BigDecimal value) implements CtyValue {
        /** Forgets trailing zeros. */
        public Numeral {
            value = value.stripTrailingZeros();
        }

        /** Returns a whole number. */
        public static Numeral of(long value) {
            return new Numeral(BigDecimal.valueOf(value));
        }
    }

    /** Bytes, as ISO 8859-1. */
    record Binary(String latin1) implements CtyValue {}

    /** A list, set or tuple. */
    record Sequence(List<CtyValue> elements) implements CtyValue {
        /** Copies the elements. */
        public Sequence {
            elements = List.copyOf(elements);
        }

        /** Returns a sequence of these elements. */
        public static Sequence of(CtyValue... elements) {
            return new Sequence(List.of(elements));
        }
    }

    /** A map or object, in the order given. */
    record Mapping(SequencedMap<String, CtyValue> entries) implements CtyValue {
        /** Copies the entries. */
        public Mapping {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        /** Returns the value under a key; {@link Absent#NULL} if there is none. */
        public CtyValue get(String key) {
            return entries.getOrDefault(key, Absent.NULL);
        }
    }

    /** Returns whether this is {@code null}. */
    default boolean isNull() {
        return this == Absent.NULL;
    }
}
