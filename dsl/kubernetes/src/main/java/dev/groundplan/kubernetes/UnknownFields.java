package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.groundplan.files.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The unknown fields of one object, gathered while it is written. */
final class UnknownFields {

    private final List<Field> found = new ArrayList<>();

    /** One of them: its path from the top of the object on, and the known field with the nearest name. */
    record Field(String path, Optional<String> didYouMean) {}

    static UnknownFields of(SerializerProvider provider) {
        return (UnknownFields) provider.getAttribute(UnknownFields.class);
    }

    void add(JsonStreamContext place, Set<?> fields, List<String> known) {
        fields.stream().map(Object::toString).sorted().forEach(field -> {
            var path = path(place);
            found.add(new Field(path.isEmpty() ? field : path + "." + field, NearestName.to(field, known)));
        });
    }

    List<Field> found() {
        return List.copyOf(found);
    }

    private static String path(JsonStreamContext object) {
        @Nullable JsonStreamContext parent = object.getParent();
        if (parent == null || parent.inRoot()) {
            return "";
        }
        var above = path(parent);
        if (parent.inArray()) {
            return above + "[" + parent.getCurrentIndex() + "]";
        }
        return above.isEmpty() ? parent.getCurrentName() : above + "." + parent.getCurrentName();
    }
}
