package dev.groundplan.files;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * What a file says, told to a {@link JsonGenerator}: the same content can become {@link JsonText} or {@link YamlText}.
 *
 * <p>Plain code calls the generator; typed objects stream into it with {@code mapper.writeValue(generator, object)}, a
 * Jackson {@code ObjectMapper}. Keys appear in the order in which they are written.
 */
@FunctionalInterface
public interface Content {

    /**
     * Writes exactly one value, for a file that carries a {@link Header} exactly one object.
     *
     * <p>The generator refuses, with an {@link IllegalArgumentException} that names the place as a JSON pointer: a key
     * twice in one object, an unpaired surrogate, a number that JSON cannot hold (NaN, infinity) and raw text, which
     * nobody could check. {@code JsonText.of} and {@code YamlText.of} pass these on to their caller.
     *
     * @throws IOException as the generator declares it; one of the content's own reaches the caller as
     *     {@link java.io.UncheckedIOException}
     */
    void writeTo(JsonGenerator generator) throws IOException;
}
