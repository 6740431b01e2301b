package dev.groundplan.kubernetes;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.BeanSerializerFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.storage.CSINodeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** How Jackson writes an object of fabric8, straight into a generator; {@link ManifestText} says by which rules. */
final class ObjectWriting {

    private static final ObjectMapper MAPPER = mapper();

    private ObjectWriting() {}

    /** Writes what the kind knows of the object, its texts by the rules of the substitution, and returns the rest. */
    static List<UnknownFields.Field> write(HasMetadata object, JsonGenerator generator, Substitution substitution)
            throws IOException {
        return write(object, new SubstitutedTexts(generator, substitution));
    }

    /** What the kind knows of the object, as data. */
    static JsonNode tree(HasMetadata object) {
        try (var buffer = new TokenBuffer(MAPPER, false)) {
            Objects.requireNonNull(write(object, buffer));
            return MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the " + ObjectName.of(object), e);
        }
    }

    /** Writes what the kind knows of the object, and returns the rest. */
    private static List<UnknownFields.Field> write(HasMetadata object, JsonGenerator generator) throws IOException {
        var unknown = new UnknownFields();
        generator.setCodec(MAPPER);
        MAPPER.writer().withAttribute(UnknownFields.class, unknown).writeValue(generator, object);
        return unknown.found();
    }

    /** The fields of the object that its kind does not know. */
    static List<UnknownFields.Field> unknownFields(HasMetadata object) {
        try (var nowhere = MAPPER.createGenerator(Writer.nullWriter())) {
            return write(object, nowhere);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the " + ObjectName.of(object), e);
        }
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS, SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, ALWAYS))
                .addMixIn(LimitRangeSpec.class, RequiredLists.class)
                .addMixIn(PodFailurePolicy.class, RequiredLists.class)
                .addMixIn(CSINodeSpec.class, RequiredLists.class)
                .build();
        var serializers = new SimpleSerializers(List.of(new DateTimeText()));
        return mapper.setSerializerFactory(BeanSerializerFactory.instance
                .withSerializerModifier(new KnownFields())
                .withAdditionalSerializers(serializers));
    }
}
