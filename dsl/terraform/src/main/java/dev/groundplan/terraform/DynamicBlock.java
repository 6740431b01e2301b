package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nested blocks that Terraform makes from a collection: {@code dynamic "setting" { for_each = …, content {…} }}.
 *
 * <pre>{@code
 * DynamicBlock.of("setting", settings, Body.empty().with("name", DynamicBlock.key("setting")))
 * }</pre>
 *
 * @param name the name of the blocks made
 * @param forEach a list, set or map: one block for each element
 * @param iterator the name by which the content reaches the element, the block's own by default
 * @param content the body of each block
 */
public record DynamicBlock(String name, Expression<?> forEach, String iterator, Body content) {

    /** Checks the names. */
    public DynamicBlock {
        Identifier.require("block", name);
        Identifier.require("iterator", iterator);
    }

    /** Returns a dynamic block whose content reaches the element by the block's name. */
    public static DynamicBlock of(String name, Expression<?> forEach, Body content) {
        return new DynamicBlock(name, forEach, name, content);
    }

    /** Returns the key of the element, {@code setting.key}; in a set it equals the value. */
    public static Expression<String> key(String iterator) {
        return new ScopeExpression<>(Identifier.require("iterator", iterator), "key");
    }

    /** Returns the element, {@code setting.value}. */
    public static <T> Expression<T> value(String iterator) {
        return new ScopeExpression<>(Identifier.require("iterator", iterator), "value");
    }

    /** Returns this block with another name for its iterator, for dynamic blocks inside dynamic blocks. */
    public DynamicBlock withIterator(String iterator) {
        return new DynamicBlock(name, forEach, iterator, content);
    }

    Stream<String> freeNames() {
        return Stream.concat(
                ExpressionTree.freeNames(forEach), content.freeNames().filter(free -> !free.equals(iterator)));
    }

    static void writeAll(List<DynamicBlock> blocks, JsonGenerator to) throws IOException {
        if (!blocks.isEmpty()) {
            to.writeFieldName("dynamic");
            JsonSyntax.writeOneOrMore(blocks, DynamicBlock::writeLabelled, to);
        }
    }

    private void writeLabelled(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeFieldName(name);
        to.writeStartObject();
        to.writeFieldName("for_each");
        JsonSyntax.write(forEach, to);
        if (!iterator.equals(name)) {
            to.writeStringField("iterator", iterator);
        }
        to.writeFieldName("content");
        content.writeTo(to);
        to.writeEndObject();
        to.writeEndObject();
    }
}
