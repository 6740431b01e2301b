package dev.groundplan.testing.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.testing.terraform.wire.CtyValue;
import dev.groundplan.testing.terraform.wire.DynamicValue;
import dev.groundplan.testing.terraform.wire.ProtobufMessage;
import dev.groundplan.testing.terraform.wire.ProtobufWriter;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The calls of Terraform's plugin protocol, version 6, as Terraform 1.11 makes them. Configurations need little checking
 * here: Terraform itself holds them against the schema before it calls.
 *
 * @see <a href="https://github.com/hashicorp/terraform/tree/main/docs/plugin-protocol">the protocol</a>
 */
final class ProviderCalls {

    private static final String SERVICE = "/tfplugin6.Provider/";
    /** The field of nearly every request that names the type. */
    private static final int TYPE_NAME = 1;

    private final ProviderSchema schema;
    private final Answers answers;
    private final Lifecycle lifecycle;
    private final byte[] schemaMessage;

    private ProviderCalls(ProviderSchema schema, Answers answers, Lifecycle lifecycle) {
        this.schema = schema;
        this.answers = answers;
        this.lifecycle = lifecycle;
        this.schemaMessage = SchemaMessage.of(schema);
    }

    /** Returns what answers each method, by path. */
    static SortedMap<String, UnaryOperator<byte[]>> of(ProviderSchema schema, Answers answers, Lifecycle lifecycle) {
        var calls = new ProviderCalls(schema, answers, lifecycle);
        var methods = new TreeMap<String, UnaryOperator<byte[]>>();
        methods.put(SERVICE + "GetProviderSchema", request -> calls.schemaMessage);
        register(methods, "GetMetadata", request -> calls.metadata());
        register(
                methods,
                "ValidateProviderConfig",
                request -> unconfigurable(2, schema.configuration(), request.message(1)));
        calls.registerValidation(methods, "ValidateResourceConfig", schema.resources());
        calls.registerValidation(methods, "ValidateDataResourceConfig", schema.dataSources());
        calls.registerValidation(methods, "ValidateEphemeralResourceConfig", schema.ephemeralResources());
        register(methods, "UpgradeResourceState", calls::upgradeResourceState);
        register(methods, "ReadResource", calls::readResource);
        register(methods, "PlanResourceChange", calls::planResourceChange);
        register(methods, "ApplyResourceChange", calls::applyResourceChange);
        register(methods, "ImportResourceState", calls::importResourceState);
        register(methods, "MoveResourceState", calls::moveResourceState);
        register(methods, "ReadDataSource", calls::readDataSource);
        register(methods, "OpenEphemeralResource", calls::openEphemeralResource);
        register(methods, "CallFunction", request -> noFunctions());
        // Nothing to say: no diagnostics, no functions, nothing to stop.
        for (var silent : new String[] {
            "ConfigureProvider", "RenewEphemeralResource", "CloseEphemeralResource", "GetFunctions", "StopProvider"
        }) {
            register(methods, silent, request -> new ProtobufWriter());
        }
        return methods;
    }

    private static void register(
            SortedMap<String, UnaryOperator<byte[]>> methods,
            String name,
            Function<ProtobufMessage, ProtobufWriter> method) {
        methods.put(
                SERVICE + name,
                request -> method.apply(ProtobufMessage.of(request)).toByteArray());
    }

    private void registerValidation(
            SortedMap<String, UnaryOperator<byte[]>> methods, String name, SortedMap<String, BlockSchema> blocks) {
        register(
                methods,
                name,
                request -> unconfigurable(1, known(blocks, request.text(TYPE_NAME)), request.message(2)));
    }

    private static ProtobufWriter unconfigurable(int field, BlockSchema block, ProtobufMessage configuration) {
        var response = new ProtobufWriter();
        UnconfigurableAttribute.in(block, DynamicValue.open(configuration))
                .forEach(attribute -> response.message(field, attribute.diagnostic()));
        return response;
    }

    private ProtobufWriter metadata() {
        var response = new ProtobufWriter();
        response.message(1, SchemaMessage.capabilities());
        schema.dataSources().keySet().forEach(type -> response.message(3, named(type)));
        schema.resources().keySet().forEach(type -> response.message(4, named(type)));
        schema.ephemeralResources().keySet().forEach(type -> response.message(6, named(type)));
        return response;
    }

    private static ProtobufWriter named(String type) {
        var message = new ProtobufWriter();
        message.text(TYPE_NAME, type);
        return message;
    }

    private ProtobufWriter upgradeResourceState(ProtobufMessage request) {
        var json = request.message(3).bytes(1);
        return value(1, StateJson.read(resource(request.text(TYPE_NAME)), json));
    }

    private ProtobufWriter readResource(ProtobufMessage request) {
        var type = request.text(TYPE_NAME);
        var state = DynamicValue.open(request.message(2));
        return value(1, answers.complete(type, resource(type), state, CtyValue::isNull));
    }

    private ProtobufWriter planResourceChange(ProtobufMessage request) {
        var prior = DynamicValue.open(request.message(2));
        var proposed = DynamicValue.open(request.message(3));
        return value(1, lifecycle.plan(resource(request.text(TYPE_NAME)), prior, proposed));
    }

    private ProtobufWriter applyResourceChange(ProtobufMessage request) {
        var type = request.text(TYPE_NAME);
        return value(1, lifecycle.apply(type, resource(type), DynamicValue.open(request.message(3))));
    }

    /** All that is known of an object to import is its id; Terraform then asks to read it. */
    private ProtobufWriter importResourceState(ProtobufMessage request) {
        var type = request.text(TYPE_NAME);
        var id = new String(JsonStringEncoder.getInstance().quoteAsString(request.text(2)));
        var state = StateJson.read(resource(type), ("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
        var imported = value(2, state);
        imported.text(TYPE_NAME, type);
        var response = new ProtobufWriter();
        response.message(1, imported);
        return response;
    }

    /** The attributes of the old type that the new type has too. */
    private ProtobufWriter moveResourceState(ProtobufMessage request) {
        return value(
                1, StateJson.read(resource(request.text(5)), request.message(4).bytes(1)));
    }

    private ProtobufWriter readDataSource(ProtobufMessage request) {
        var type = request.text(TYPE_NAME);
        var block = known(schema.dataSources(), type);
        return value(1, answers.complete(type, block, DynamicValue.open(request.message(2)), CtyValue::isNull));
    }

    private ProtobufWriter openEphemeralResource(ProtobufMessage request) {
        var type = request.text(TYPE_NAME);
        var block = known(schema.ephemeralResources(), type);
        return value(3, answers.complete(type, block, DynamicValue.open(request.message(2)), CtyValue::isNull));
    }

    private static ProtobufWriter noFunctions() {
        var error = new ProtobufWriter();
        error.text(1, "An offline provider has no functions of its own.");
        var response = new ProtobufWriter();
        response.message(2, error);
        return response;
    }

    private static ProtobufWriter value(int field, CtyValue value) {
        var response = new ProtobufWriter();
        response.message(field, DynamicValue.seal(value));
        return response;
    }

    private BlockSchema resource(String type) {
        return known(schema.resources(), type);
    }

    private BlockSchema known(SortedMap<String, BlockSchema> blocks, String type) {
        var block = blocks.get(type);
        if (block == null) {
            throw new IllegalArgumentException("the schema of " + schema.source() + " has no type " + type);
        }
        return block;
    }
}
