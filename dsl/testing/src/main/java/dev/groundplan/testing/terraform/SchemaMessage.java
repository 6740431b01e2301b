package dev.groundplan.testing.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundplan.terraform.schema.AttributeSchema;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.testing.terraform.wire.ProtobufWriter;
import java.util.SortedMap;

/** The answer to {@code GetProviderSchema}: a provider's schema as the protocol writes it. */
final class SchemaMessage {

    private static final int PROVIDER = 1;
    private static final int RESOURCES = 2;
    private static final int DATA_SOURCES = 3;
    private static final int CAPABILITIES = 6;
    private static final int EPHEMERAL_RESOURCES = 8;

    private SchemaMessage() {}

    static byte[] of(ProviderSchema schema) {
        var message = new ProtobufWriter();
        message.message(PROVIDER, schema(schema.configuration()));
        byType(message, RESOURCES, schema.resources());
        byType(message, DATA_SOURCES, schema.dataSources());
        byType(message, EPHEMERAL_RESOURCES, schema.ephemeralResources());
        message.message(CAPABILITIES, capabilities());
        return message.toByteArray();
    }

    /** A schema may be kept for a whole run of Terraform, and state may move from another type. */
    static ProtobufWriter capabilities() {
        var message = new ProtobufWriter();
        message.flag(2, true); // get_provider_schema_optional
        message.flag(3, true); // move_resource_state
        return message;
    }

    private static void byType(ProtobufWriter message, int field, SortedMap<String, BlockSchema> blocks) {
        blocks.forEach((type, block) -> {
            var entry = new ProtobufWriter();
            entry.text(1, type);
            entry.message(2, schema(block));
            message.message(field, entry);
        });
    }

    private static ProtobufWriter schema(BlockSchema block) {
        var message = new ProtobufWriter();
        message.message(2, block(block));
        return message;
    }

    private static ProtobufWriter block(BlockSchema block) {
        var message = new ProtobufWriter();
        block.attributes().forEach((name, attribute) -> message.message(2, attribute(name, attribute)));
        block.blocks().forEach((name, nested) -> message.message(3, nested(name, nested)));
        return message;
    }

    private static ProtobufWriter attribute(String name, AttributeSchema attribute) {
        var message = new ProtobufWriter();
        message.text(1, name);
        message.bytes(2, TypeNotation.of(attribute.type()).getBytes(UTF_8));
        message.flag(4, attribute.required());
        message.flag(5, attribute.optional());
        message.flag(6, attribute.computed());
        message.flag(7, attribute.sensitive());
        message.flag(11, attribute.writeOnly());
        return message;
    }

    private static ProtobufWriter nested(String name, NestedBlockSchema nested) {
        var message = new ProtobufWriter();
        message.text(1, name);
        message.message(2, block(nested.block()));
        message.number(3, nesting(servedNesting(nested)));
        message.number(4, nested.minItems());
        message.number(5, nested.maxItems());
        return message;
    }

    /**
     * Terraform refuses a set of blocks with a dynamic attribute inside. Real providers have none, but a schema whose origin
     * cuts off very deep trees has; a list takes the same configurations.
     */
    private static NestedBlockSchema.Nesting servedNesting(NestedBlockSchema nested) {
        return nested.nesting() == NestedBlockSchema.Nesting.SET && DynamicParts.in(nested.block())
                ? NestedBlockSchema.Nesting.LIST
                : nested.nesting();
    }

    private static int nesting(NestedBlockSchema.Nesting nesting) {
        return switch (nesting) {
            case SINGLE -> 1;
            case LIST -> 2;
            case SET -> 3;
            case MAP -> 4;
            case GROUP -> 5;
        };
    }
}
