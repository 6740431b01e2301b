package dev.groundplan.terraform.schema;

import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DynamicBlock;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.NullLiteral;
import dev.groundplan.terraform.schema.NestedBlockSchema.Nesting;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares the attributes and blocks of one block with its schema. */
final class BlockCheck {

    private final ProviderSchema schema;
    private final List<String> faults = new ArrayList<>();

    private BlockCheck(ProviderSchema schema) {
        this.schema = schema;
    }

    static List<String> faults(ProviderSchema schema, BlockSchema block, Body body) {
        var check = new BlockCheck(schema);
        check.body("", block, body);
        return List.copyOf(check.faults);
    }

    private void body(String path, BlockSchema block, Body body) {
        body.attributes().forEach((name, value) -> attribute(path, name, value, block));
        body.blocks().forEach((name, all) -> blocks(path, name, all, block));
        body.dynamicBlocks().forEach(dynamic -> dynamicBlock(path, dynamic, block));
        block.attributes().forEach((name, attribute) -> {
            if (attribute.required() && isMissing(body, name)) {
                faults.add("`%s` is required and missing: write .with(\"%s\", …).".formatted(path + name, name));
            }
        });
        block.blocks().forEach((name, nested) -> count(path, name, nested, body));
    }

    /** A block in place of an attribute is a fault of its own, or right where the schema does not know the inside. */
    private static boolean isMissing(Body body, String name) {
        Expression<?> value = body.attributes().get(name);
        return (value == null && !body.blocks().containsKey(name)) || value instanceof NullLiteral<?>;
    }

    private void attribute(String path, String name, Expression<?> value, BlockSchema block) {
        AttributeSchema attribute = block.attributes().get(name);
        if (attribute == null) {
            faults.add(
                    block.blocks().containsKey(name)
                            ? "`%s` is a block, not an attribute: write .withBlock(\"%s\", …)."
                                    .formatted(path + name, name)
                            : unknown(path, name, block));
        } else if (attribute.configurable()) {
            faults.addAll(ValueCheck.faults(schema, path + name, attribute.type(), value));
        } else {
            faults.add("`%s` is computed: the provider sets it, and it can only be read. Leave it out."
                    .formatted(path + name));
        }
    }

    private void blocks(String path, String name, List<Body> all, BlockSchema block) {
        NestedBlockSchema nested = block.blocks().get(name);
        if (nested == null) {
            noBlock(path, name, block);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            String index = all.size() > 1 ? "[" + i + "]" : "";
            body(path + name + index + ".", nested.block(), all.get(i));
        }
    }

    private void dynamicBlock(String path, DynamicBlock dynamic, BlockSchema block) {
        NestedBlockSchema nested = block.blocks().get(dynamic.name());
        if (nested == null) {
            noBlock(path, dynamic.name(), block);
        } else {
            body(path + dynamic.name() + ".", nested.block(), dynamic.content());
        }
    }

    private void noBlock(String path, String name, BlockSchema block) {
        AttributeSchema attribute = block.attributes().get(name);
        if (attribute == null) {
            faults.add(unknown(path, name, block));
        } else if (attribute.type() != Primitive.DYNAMIC) {
            faults.add("`%s` is an attribute, not a block: write .with(\"%s\", …), a `%s`."
                    .formatted(path + name, name, TypeText.print(attribute.type())));
        }
    }

    private void count(String path, String name, NestedBlockSchema nested, Body body) {
        int count = body.blocks().getOrDefault(name, List.of()).size();
        boolean open =
                body.dynamicBlocks().stream().anyMatch(dynamic -> dynamic.name().equals(name));
        boolean once = nested.nesting() == Nesting.SINGLE || nested.nesting() == Nesting.GROUP;
        int max = once ? 1 : nested.maxItems();
        if (count < nested.minItems() && !open && !body.attributes().containsKey(name)) {
            faults.add("The block `%s` must stand at least %s, and stands %s: write .withBlock(\"%s\", …)."
                    .formatted(path + name, times(nested.minItems()), times(count), name));
        }
        if (max > 0 && count > max) {
            faults.add("The block `%s` may stand %s, and stands %s.".formatted(path + name, times(max), times(count)));
        }
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "nowhere";
            case 1 -> "once";
            default -> count + " times";
        };
    }

    private static String unknown(String path, String name, BlockSchema block) {
        var known = new TreeSet<>(block.blocks().keySet());
        block.attributes().forEach((attribute, schema) -> {
            if (schema.configurable()) {
                known.add(attribute);
            }
        });
        return "`%s` is not known.%s".formatted(path + name, NearestName.question(name, known));
    }
}
