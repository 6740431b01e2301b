package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.terraform.schema.SchemaType;
import dev.groundplan.testing.terraform.wire.CtyValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Function;

/** An object of a state file, which is JSON, as a value of its type; what the schema does not know is forgotten. */
final class StateJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StateJson() {}

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    static CtyValue read(BlockSchema block, byte[] json) {
        try {
            return block(block, JSON.readTree(json));
        } catch (IOException malformed) {
            throw new IllegalArgumentException(
                    "the state holds an object that is no JSON: " + malformed.getMessage(), malformed);
        }
    }

    private static CtyValue block(BlockSchema block, JsonNode node) {
        if (!node.isObject()) {
            return CtyValue.Absent.NULL;
        }
        var object = new LinkedHashMap<String, CtyValue>();
        block.attributes().forEach((name, schema) -> object.put(name, value(schema.type(), node.path(name))));
        block.blocks().forEach((name, nested) -> object.put(name, nested(nested, node.path(name))));
        return new CtyValue.Mapping(object);
    }

    private static CtyValue nested(NestedBlockSchema nested, JsonNode node) {
        Function<JsonNode, CtyValue> each = element -> block(nested.block(), element);
        return switch (nested.nesting()) {
            case SINGLE, GROUP -> each.apply(node);
            case LIST, SET -> sequence(node, each);
            case MAP -> mapping(node, each);
        };
    }

    private static CtyValue value(SchemaType type, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return CtyValue.Absent.NULL;
        }
        return switch (type) {
            case SchemaType.Primitive.STRING -> new CtyValue.Text(node.asText());
            case SchemaType.Primitive.NUMBER -> new CtyValue.Numeral(node.decimalValue());
            case SchemaType.Primitive.BOOL -> new CtyValue.Flag(node.asBoolean());
            case SchemaType.Primitive.DYNAMIC -> dynamic(node);
            case SchemaType.ListOf(var element) -> sequence(node, each -> value(element, each));
            case SchemaType.SetOf(var element) -> sequence(node, each -> value(element, each));
            case SchemaType.MapOf(var element) -> mapping(node, each -> value(element, each));
            case SchemaType.TupleOf(var elements) -> {
                var position = elements.iterator();
                yield sequence(node, each -> value(position.next(), each));
            }
            case SchemaType.ObjectOf(var attributes, var optional) -> {
                var object = new LinkedHashMap<String, CtyValue>();
                attributes.forEach((name, each) -> object.put(name, value(each, node.path(name))));
                yield new CtyValue.Mapping(object);
            }
        };
    }

    private static CtyValue dynamic(JsonNode node) {
        return CtyValue.Sequence.of(new CtyValue.Binary(node.path("type").toString()), untyped(node.path("value")));
    }

    private static CtyValue untyped(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new CtyValue.Text(node.asText());
            case NUMBER -> new CtyValue.Numeral(node.decimalValue());
            case BOOLEAN -> new CtyValue.Flag(node.asBoolean());
            case ARRAY -> sequence(node, StateJson::untyped);
            case OBJECT -> mapping(node, StateJson::untyped);
            case NULL, MISSING, BINARY, POJO -> CtyValue.Absent.NULL;
        };
    }

    private static CtyValue sequence(JsonNode node, Function<JsonNode, CtyValue> element) {
        return new CtyValue.Sequence(node.valueStream().map(element).toList());
    }

    private static CtyValue mapping(JsonNode node, Function<JsonNode, CtyValue> value) {
        var entries = new LinkedHashMap<String, CtyValue>();
        node.forEachEntry((key, each) -> entries.put(key, value.apply(each)));
        return new CtyValue.Mapping(entries);
    }
}
