package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.SchemaType;

/** Finds attributes that take any value. */
final class DynamicParts {

    private DynamicParts() {}

    static boolean in(BlockSchema block) {
        return block.attributes().values().stream().anyMatch(attribute -> in(attribute.type()))
                || block.blocks().values().stream().anyMatch(nested -> in(nested.block()));
    }

    private static boolean in(SchemaType type) {
        return switch (type) {
            case SchemaType.Primitive primitive -> primitive == SchemaType.Primitive.DYNAMIC;
            case SchemaType.ListOf(var element) -> in(element);
            case SchemaType.SetOf(var element) -> in(element);
            case SchemaType.MapOf(var element) -> in(element);
            case SchemaType.TupleOf(var elements) -> elements.stream().anyMatch(DynamicParts::in);
            case SchemaType.ObjectOf(var attributes, var optional) ->
                attributes.values().stream().anyMatch(DynamicParts::in);
        };
    }
}
