package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.testing.terraform.wire.CtyValue;
import dev.groundplan.testing.terraform.wire.ProtobufWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An attribute that a configuration sets though only the provider may: the one thing that Terraform leaves to providers to
 * check against their schema.
 *
 * @param path names of blocks, positions and labels, and the attribute's name
 */
record UnconfigurableAttribute(List<Object> path) {

    static List<UnconfigurableAttribute> in(BlockSchema block, CtyValue configuration) {
        var found = new ArrayList<UnconfigurableAttribute>();
        search(block, configuration, List.of(), found);
        return found;
    }

    private static void search(
            BlockSchema block, CtyValue value, List<Object> path, List<UnconfigurableAttribute> found) {
        if (!(value instanceof CtyValue.Mapping object)) {
            return;
        }
        block.attributes().forEach((name, schema) -> {
            if (!schema.configurable() && !object.get(name).isNull()) {
                found.add(new UnconfigurableAttribute(below(path, name)));
            }
        });
        block.blocks().forEach((name, nested) -> searchNested(nested, object.get(name), below(path, name), found));
    }

    private static void searchNested(
            NestedBlockSchema nested, CtyValue value, List<Object> path, List<UnconfigurableAttribute> found) {
        switch (value) {
            case CtyValue.Sequence(var elements) -> {
                for (var i = 0; i < elements.size(); i++) {
                    search(nested.block(), elements.get(i), below(path, (long) i), found);
                }
            }
            case CtyValue.Mapping labelled
            when nested.nesting() == NestedBlockSchema.Nesting.MAP ->
                labelled.entries().forEach((label, each) -> search(nested.block(), each, below(path, label), found));
            default -> search(nested.block(), value, path, found);
        }
    }

    private static List<Object> below(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** Returns the protocol's diagnostic. */
    ProtobufWriter diagnostic() {
        var message = new ProtobufWriter();
        message.number(1, 1); // an error
        message.text(2, "Value for unconfigurable attribute");
        message.text(
                3,
                "The attribute \"%s\" cannot be set: only the provider gives it a value. Leave it out."
                        .formatted(path.getLast()));
        message.message(4, attributePath());
        return message;
    }

    private ProtobufWriter attributePath() {
        var message = new ProtobufWriter();
        for (var step : path) {
            var selector = new ProtobufWriter();
            switch (step) {
                case Long position -> selector.presentNumber(3, position);
                default -> selector.text(1, step.toString());
            }
            message.message(1, selector);
        }
        return message;
    }
}
