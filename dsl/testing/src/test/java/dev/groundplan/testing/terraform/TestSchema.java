package dev.groundplan.testing.terraform;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.terraform.schema.AttributeSchema;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema.Nesting;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.terraform.schema.SchemaType;
import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.ObjectOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import dev.groundplan.terraform.schema.SchemaType.TupleOf;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** A made-up provider that has every type, every nesting and every kind of attribute. */
final class TestSchema {

    static final AttributeSchema REQUIRED_TEXT = required(Primitive.STRING);
    static final AttributeSchema COMPUTED_TEXT = computed(Primitive.STRING);

    private TestSchema() {}

    static ProviderSchema zoo() {
        return new ProviderSchema(
                "example/zoo",
                "1.0.0",
                block(attributes("region", optional(Primitive.STRING))),
                resources(),
                blocks(
                        "zoo_keeper",
                        block(attributes(
                                "name",
                                REQUIRED_TEXT,
                                "arn",
                                COMPUTED_TEXT,
                                "names",
                                computed(new ListOf(Primitive.STRING))))),
                blocks("zoo_key", block(attributes("length", required(Primitive.NUMBER), "result", COMPUTED_TEXT))));
    }

    private static SortedMap<String, BlockSchema> resources() {
        var resources = blocks("zoo_cage", cage());
        resources.put("zoo_animal", animal());
        resources.put(
                "zoo_vault",
                block(attributes(
                        "id",
                        COMPUTED_TEXT,
                        "name",
                        REQUIRED_TEXT,
                        "secret_wo",
                        new AttributeSchema(Primitive.STRING, false, true, false, true, true),
                        "secret_wo_version",
                        optional(Primitive.NUMBER))));
        resources.put("zoo_everything", everything());
        return resources;
    }

    private static BlockSchema cage() {
        return block(attributes(
                "id", COMPUTED_TEXT,
                "arn", COMPUTED_TEXT,
                "name", REQUIRED_TEXT,
                "size", optional(Primitive.NUMBER),
                "colour", optionalComputed(Primitive.STRING),
                "locked", optional(Primitive.BOOL),
                "tags", optional(new MapOf(Primitive.STRING)),
                "tags_all", optionalComputed(new MapOf(Primitive.STRING))));
    }

    private static BlockSchema animal() {
        var issuer = object(new LinkedHashSet<>(), "issuer", Primitive.STRING);
        var oidc = object(new LinkedHashSet<>(), "oidc", new ListOf(issuer));
        return block(attributes("id", COMPUTED_TEXT, "cage_id", REQUIRED_TEXT, "identity", computed(new ListOf(oidc))));
    }

    private static BlockSchema everything() {
        var inner = block(attributes("name", optional(Primitive.STRING), "port", computed(Primitive.NUMBER)));
        var partial = object(new LinkedHashSet<>(List.of("b")), "a", Primitive.STRING, "b", Primitive.NUMBER);
        var nested = new TreeMap<String, NestedBlockSchema>();
        nested.put("in_single", new NestedBlockSchema(Nesting.SINGLE, inner, 0, 0));
        nested.put("in_group", new NestedBlockSchema(Nesting.GROUP, inner, 0, 0));
        nested.put("in_list", new NestedBlockSchema(Nesting.LIST, inner, 0, 0));
        nested.put("in_set", new NestedBlockSchema(Nesting.SET, inner, 0, 0));
        nested.put("in_map", new NestedBlockSchema(Nesting.MAP, inner, 0, 0));
        nested.put("in_one", new NestedBlockSchema(Nesting.LIST, inner, 1, 1));
        return new BlockSchema(
                attributes(
                        "id", COMPUTED_TEXT,
                        "string", optional(Primitive.STRING),
                        "number", optional(Primitive.NUMBER),
                        "bool", optional(Primitive.BOOL),
                        "anything", optional(Primitive.DYNAMIC),
                        "list", optional(new ListOf(Primitive.STRING)),
                        "set", optional(new SetOf(Primitive.NUMBER)),
                        "map", optional(new MapOf(Primitive.BOOL)),
                        "object", optional(partial),
                        "objects", optional(new SetOf(partial)),
                        "tuple", optional(new TupleOf(List.of(Primitive.STRING, Primitive.NUMBER))),
                        "given_number", computed(Primitive.NUMBER),
                        "given_bool", computed(Primitive.BOOL),
                        "given_anything", computed(Primitive.DYNAMIC),
                        "given_list", computed(new ListOf(Primitive.STRING)),
                        "given_set", computed(new SetOf(Primitive.STRING)),
                        "given_map", computed(new MapOf(Primitive.STRING)),
                        "given_object", computed(partial),
                        "given_tuple", computed(new TupleOf(List.of(Primitive.STRING, Primitive.BOOL)))),
                nested);
    }

    private static ObjectOf object(SequencedSet<String> optional, Object... namesAndTypes) {
        var types = new LinkedHashMap<String, SchemaType>();
        for (var i = 0; i < namesAndTypes.length; i += 2) {
            types.put((String) namesAndTypes[i], (SchemaType) namesAndTypes[i + 1]);
        }
        return new ObjectOf(types, optional);
    }

    static BlockSchema block(SortedMap<String, AttributeSchema> attributes) {
        return new BlockSchema(attributes, new TreeMap<>());
    }

    static SortedMap<String, BlockSchema> blocks(String type, BlockSchema block) {
        var blocks = new TreeMap<String, BlockSchema>();
        blocks.put(type, block);
        return blocks;
    }

    static SortedMap<String, AttributeSchema> attributes(Object... namesAndSchemas) {
        var attributes = new TreeMap<String, AttributeSchema>();
        for (var i = 0; i < namesAndSchemas.length; i += 2) {
            attributes.put((String) namesAndSchemas[i], (AttributeSchema) namesAndSchemas[i + 1]);
        }
        return attributes;
    }

    static AttributeSchema required(SchemaType type) {
        return new AttributeSchema(type, true, false, false, false, false);
    }

    static AttributeSchema optional(SchemaType type) {
        return new AttributeSchema(type, false, true, false, false, false);
    }

    static AttributeSchema computed(SchemaType type) {
        return new AttributeSchema(type, false, false, true, false, false);
    }

    static AttributeSchema optionalComputed(SchemaType type) {
        return new AttributeSchema(type, false, true, true, false, false);
    }

    /** The open copy of a root module of one file that requires the provider, and what is to be in it besides. */
    static OfflineModule open(TerraformCore core, String body) {
        return core.open(FileTree.empty().with(FilePath.of("m/main.tf.json"), file(body)), FilePath.of("m"));
    }

    static String file(String body) {
        return """
                {"terraform": {"required_providers": {"zoo": {"source": "example/zoo", "version": "1.0.0"}}},
                %s
                }
                """.formatted(body);
    }
}
