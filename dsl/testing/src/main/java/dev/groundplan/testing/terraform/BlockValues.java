package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.AttributeSchema;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.testing.terraform.wire.CtyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Walks through the value of a block, and of the blocks inside, attribute by attribute. */
final class BlockValues {

    /** What becomes of one attribute. */
    @FunctionalInterface
    interface AttributeChange {
        /** Returns the new value of the attribute {@code name}, which stands among {@code siblings} in its block. */
        CtyValue change(CtyValue.Mapping siblings, String name, AttributeSchema schema);
    }

    private BlockValues() {}

    /** Returns the block's value with every attribute at any depth changed; an absent or unknown block stays so. */
    static CtyValue change(BlockSchema block, CtyValue value, AttributeChange change) {
        if (!(value instanceof CtyValue.Mapping object)) {
            return value;
        }
        var changed = new LinkedHashMap<String, CtyValue>();
        block.attributes().forEach((name, schema) -> changed.put(name, change.change(object, name, schema)));
        block.blocks()
                .forEach((name, nested) -> changed.put(
                        name, occurrences(nested, object.get(name), each -> change(nested.block(), each, change))));
        return new CtyValue.Mapping(changed);
    }

    private static CtyValue occurrences(NestedBlockSchema nested, CtyValue value, UnaryOperator<CtyValue> change) {
        return switch (value) {
            case CtyValue.Sequence(List<CtyValue> elements) ->
                new CtyValue.Sequence(elements.stream().map(change).toList());
            case CtyValue.Mapping labelled
            when nested.nesting() == NestedBlockSchema.Nesting.MAP -> {
                var changed = new LinkedHashMap<String, CtyValue>();
                labelled.entries().forEach((label, each) -> changed.put(label, change.apply(each)));
                yield new CtyValue.Mapping(changed);
            }
            default -> change.apply(value);
        };
    }
}
