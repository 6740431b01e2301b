package dev.groundplan.github;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.files.CommentedText;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A mapping of YAML while it is put together: values are texts, numbers, booleans, lists and mappings. */
final class Mapping {

    private final SequencedMap<String, Object> entries;

    private Mapping(SequencedMap<String, Object> entries) {
        this.entries = entries;
    }

    static Mapping empty() {
        return new Mapping(new LinkedHashMap<>());
    }

    static Mapping of(SequencedMap<String, ?> entries) {
        return new Mapping(new LinkedHashMap<>(entries));
    }

    Mapping with(String key, Object value) {
        var more = new LinkedHashMap<>(entries);
        more.put(key, value);
        return new Mapping(more);
    }

    Mapping with(String key, Optional<?> value) {
        return value.isPresent() ? with(key, value.get()) : this;
    }

    /** Leaves out what is empty. */
    Mapping withAny(String key, Collection<?> list) {
        return list.isEmpty() ? this : with(key, list);
    }

    /** Leaves out what is empty. */
    Mapping withAny(String key, Map<String, ?> map) {
        return map.isEmpty() ? this : with(key, new Mapping(new LinkedHashMap<>(map)));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (var entry : entries.entrySet()) {
            generator.writeFieldName(entry.getKey());
            write(generator, entry.getValue());
        }
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Mapping mapping -> mapping.writeTo(generator);
            case Collection<?> list -> write(generator, List.copyOf(list));
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case CommentedText text -> generator.writeEmbeddedObject(text);
            default -> generator.writeString(value.toString());
        }
    }

    private static void write(JsonGenerator generator, List<?> list) throws IOException {
        generator.writeStartArray();
        for (var item : list) {
            write(generator, item);
        }
        generator.writeEndArray();
    }
}
