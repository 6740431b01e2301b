package dev.groundplan.cloudformation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What a property of a resource holds. Text is literal; what CloudFormation puts in place of it is a {@link Reference}. */
public sealed interface Value {

    /** Returns literal text; <code>${</code> in it stays as it is. */
    static Value text(String literal) {
        return new Text(literal);
    }

    /** Returns {@code true} or {@code false}. */
    static Value of(boolean value) {
        return new Flag(value);
    }

    /** Returns a whole number. */
    static Value of(long value) {
        return new Whole(value);
    }

    /** Returns a list. */
    static Value list(Value... elements) {
        return new Items(List.of(elements));
    }

    /** Returns a list of literal texts. */
    static Value texts(Iterable<String> literals) {
        var elements = new ArrayList<Value>();
        literals.forEach(literal -> elements.add(text(literal)));
        return new Items(elements);
    }

    /** Returns text that is made of these one after the other; renders to {@code Fn::Sub}. */
    static Value joined(Joinable... parts) {
        return new Joined(List.of(parts));
    }

    /** Returns all references inside. */
    Stream<Reference> references();

    /** Writes it as CloudFormation reads it. */
    void writeTo(JsonGenerator to) throws IOException;

    /** What can be a part of a longer text. */
    sealed interface Joinable extends Value {

        /** Returns it as {@code Fn::Sub} reads it. */
        String inSub();
    }

    /** Literal text. */
    record Text(String literal) implements Joinable {

        @Override
        public Stream<Reference> references() {
            return Stream.empty();
        }

        @Override
        public String inSub() {
            return literal.replace("${", "${!");
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            to.writeString(literal);
        }
    }

    /** Another resource, or what is known of it once it is made. */
    record Reference(LogicalId to, String attribute) implements Joinable {

        @Override
        public Stream<Reference> references() {
            return Stream.of(this);
        }

        @Override
        public String inSub() {
            return attribute.isEmpty() ? "${" + to + "}" : "${" + to + "." + attribute + "}";
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            to.writeStartObject();
            if (attribute.isEmpty()) {
                to.writeStringField("Ref", this.to.text());
            } else {
                to.writeArrayFieldStart("Fn::GetAtt");
                to.writeString(this.to.text());
                to.writeString(attribute);
                to.writeEndArray();
            }
            to.writeEndObject();
        }
    }

    /** A longer text. */
    record Joined(List<Joinable> parts) implements Value {

        /** Keeps a copy. */
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Reference> references() {
            return parts.stream().flatMap(Value::references);
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            var text = new StringBuilder();
            parts.forEach(part -> text.append(part.inSub()));
            to.writeStartObject();
            to.writeStringField("Fn::Sub", text.toString());
            to.writeEndObject();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Value {

        @Override
        public Stream<Reference> references() {
            return Stream.empty();
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            to.writeBoolean(value);
        }
    }

    /** A whole number. */
    record Whole(long value) implements Value {

        @Override
        public Stream<Reference> references() {
            return Stream.empty();
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            to.writeNumber(value);
        }
    }

    /** A list. */
    record Items(List<Value> elements) implements Value {

        /** Keeps a copy. */
        public Items {
            elements = List.copyOf(elements);
        }

        @Override
        public Stream<Reference> references() {
            return elements.stream().flatMap(Value::references);
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            to.writeStartArray();
            for (var element : elements) {
                element.writeTo(to);
            }
            to.writeEndArray();
        }
    }

    /** An object, its keys in the order in which they were given. */
    record Fields(SequencedMap<String, Value> entries) implements Value {

        /** Keeps a copy. */
        public Fields {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        /** Returns an object without keys. */
        public static Fields none() {
            return new Fields(new LinkedHashMap<>());
        }

        /** Returns these and one more; a key that is there already takes the new value. */
        public Fields with(String key, Value value) {
            var more = new LinkedHashMap<>(entries);
            more.put(key, value);
            return new Fields(more);
        }

        /** Returns these and one more, literal text. */
        public Fields with(String key, String literal) {
            return with(key, text(literal));
        }

        /** Returns these and one more. */
        public Fields with(String key, boolean value) {
            return with(key, Value.of(value));
        }

        /** Returns these and one more. */
        public Fields with(String key, long value) {
            return with(key, Value.of(value));
        }

        @Override
        public Stream<Reference> references() {
            return entries.sequencedValues().stream().flatMap(Value::references);
        }

        @Override
        public void writeTo(JsonGenerator to) throws IOException {
            to.writeStartObject();
            for (var entry : entries.entrySet()) {
                to.writeFieldName(entry.getKey());
                entry.getValue().writeTo(to);
            }
            to.writeEndObject();
        }
    }
}
