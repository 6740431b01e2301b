package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What is between the braces of a block: attributes, then nested blocks, each in the order given.
 *
 * <p>An attribute takes one value ({@code tags = {…}}); a block may come several times and has a body of its own ({@code
 * ingress {…}}). Which of the two a name is, the provider's schema says. A block that comes once renders to a JSON object,
 * several to an array.
 */
public final class Body {

    private static final Body EMPTY = new Body(new LinkedHashMap<>(), new LinkedHashMap<>(), List.of());

    private final SequencedMap<String, Expression<?>> attributes;
    private final SequencedMap<String, List<LabelledBody>> blocks;
    private final List<DynamicBlock> dynamicBlocks;

    /** One occurrence of a nested block. */
    record LabelledBody(List<String> labels, Body body) {

        private void writeTo(JsonGenerator to) throws IOException {
            for (String label : labels) {
                to.writeStartObject();
                to.writeFieldName(label);
            }
            body.writeTo(to);
            for (int open = labels.size(); open > 0; open--) {
                to.writeEndObject();
            }
        }
    }

    private Body(
            SequencedMap<String, Expression<?>> attributes,
            SequencedMap<String, List<LabelledBody>> blocks,
            List<DynamicBlock> dynamicBlocks) {
        this.attributes = Collections.unmodifiableSequencedMap(attributes);
        this.blocks = Collections.unmodifiableSequencedMap(blocks);
        this.dynamicBlocks = List.copyOf(dynamicBlocks);
    }

    /** Returns a body with nothing in it. */
    public static Body empty() {
        return EMPTY;
    }

    /**
     * Returns this body with an attribute set; one already set keeps its place and takes the new value.
     *
     * @throws IllegalArgumentException if the name is no identifier, or is a block here
     */
    public Body with(String attribute, Expression<?> value) {
        Identifier.require("attribute", attribute);
        if (blocks.containsKey(attribute)) {
            throw clash(attribute);
        }
        SequencedMap<String, Expression<?>> changed = new LinkedHashMap<>(attributes);
        changed.put(attribute, value);
        return new Body(changed, blocks, dynamicBlocks);
    }

    /** Returns this body with an attribute set to literal text. */
    public Body with(String attribute, String literal) {
        return with(attribute, Expressions.text(literal));
    }

    /** Returns this body with an attribute set to a whole number. */
    public Body with(String attribute, long value) {
        return with(attribute, Expressions.number(value));
    }

    /** Returns this body with an attribute set to true or false. */
    public Body with(String attribute, boolean value) {
        return with(attribute, Expressions.bool(value));
    }

    /**
     * Returns this body with one more nested block.
     *
     * @throws IllegalArgumentException if the name is no identifier, or is an attribute here, or is {@code dynamic}
     */
    public Body withBlock(String name, Body block) {
        return withBlock(name, new LabelledBody(List.of(), block));
    }

    /** Returns this body with one more nested block that has a label, such as {@code provisioner "local-exec" {…}}. */
    public Body withLabelledBlock(String name, String label, Body block) {
        return withBlock(name, new LabelledBody(List.of(label), block));
    }

    private Body withBlock(String name, LabelledBody block) {
        List<LabelledBody> all = new ArrayList<>(blocks.getOrDefault(name, List.of()));
        all.add(block);
        return withAll(name, all);
    }

    /** Returns this body with these nested blocks in place of all others of that name; with none, it loses them. */
    public Body withBlocks(String name, List<Body> replacement) {
        return withAll(
                name,
                replacement.stream()
                        .map(body -> new LabelledBody(List.of(), body))
                        .toList());
    }

    private Body withAll(String name, List<LabelledBody> all) {
        requireBlockName(name);
        SequencedMap<String, List<LabelledBody>> changed = new LinkedHashMap<>(blocks);
        if (all.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(all));
        }
        return new Body(attributes, changed, dynamicBlocks);
    }

    /** Returns this body with nested blocks that Terraform makes from a collection. */
    public Body withDynamicBlock(DynamicBlock block) {
        requireBlockName(block.name());
        List<DynamicBlock> changed = new ArrayList<>(dynamicBlocks);
        changed.add(block);
        return new Body(attributes, blocks, changed);
    }

    private void requireBlockName(String name) {
        Identifier.require("block", name);
        if (attributes.containsKey(name)) {
            throw clash(name);
        }
        if (name.equals("dynamic")) {
            throw new IllegalArgumentException("a block named `dynamic` makes other blocks in Terraform; use"
                    + " .withDynamicBlock(DynamicBlock.of(name, forEach, content))");
        }
    }

    private static IllegalArgumentException clash(String name) {
        return new IllegalArgumentException(
                "`" + name + "` is set both as an attribute and as a block; the provider's schema"
                        + " has it as one of the two: keep that one");
    }

    /** Returns the attributes by name, in the order given. */
    public SequencedMap<String, Expression<?>> attributes() {
        return attributes;
    }

    /** Returns the nested blocks by name, in the order given; labels and dynamic blocks left out. */
    public SequencedMap<String, List<Body>> blocks() {
        SequencedMap<String, List<Body>> bodies = new LinkedHashMap<>();
        blocks.forEach((name, all) ->
                bodies.put(name, all.stream().map(LabelledBody::body).toList()));
        return bodies;
    }

    /** Returns the dynamic blocks in the order given. */
    public List<DynamicBlock> dynamicBlocks() {
        return dynamicBlocks;
    }

    /** Returns the addresses that the expressions in it refer to, in the order written. */
    public Stream<Address> references() {
        return expressions().flatMap(Expression::references);
    }

    private Stream<Expression<?>> expressions() {
        Stream<Expression<?>> nested = blocks.values().stream()
                .flatMap(List::stream)
                .flatMap(block -> block.body().expressions());
        Stream<Expression<?>> dynamic = dynamicBlocks.stream()
                .flatMap(block -> Stream.concat(
                        Stream.of(block.forEach()), block.content().expressions()));
        return Stream.concat(attributes.values().stream(), Stream.concat(nested, dynamic));
    }

    Stream<String> freeNames() {
        Stream<String> own = attributes.values().stream().flatMap(ExpressionTree::freeNames);
        Stream<String> nested = blocks.values().stream()
                .flatMap(List::stream)
                .flatMap(block -> block.body().freeNames());
        Stream<String> dynamic = dynamicBlocks.stream().flatMap(DynamicBlock::freeNames);
        return Stream.concat(own, Stream.concat(nested, dynamic));
    }

    /** Writes this body as one JSON object. */
    void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        writeMembers(to);
        to.writeEndObject();
    }

    /** Writes what is in it into the JSON object that is open. */
    void writeMembers(JsonGenerator to) throws IOException {
        for (var attribute : attributes.entrySet()) {
            to.writeFieldName(attribute.getKey());
            JsonSyntax.write(attribute.getValue(), to);
        }
        for (var block : blocks.entrySet()) {
            to.writeFieldName(block.getKey());
            JsonSyntax.writeOneOrMore(block.getValue(), LabelledBody::writeTo, to);
        }
        DynamicBlock.writeAll(dynamicBlocks, to);
    }

    /** Writes this body where Terraform takes text as it stands. */
    void writeConstantsTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (var attribute : attributes.entrySet()) {
            to.writeFieldName(attribute.getKey());
            JsonSyntax.writeConstant(attribute.getValue(), to);
        }
        for (var block : blocks.entrySet()) {
            to.writeFieldName(block.getKey());
            JsonSyntax.writeOneOrMore(
                    block.getValue(), (each, generator) -> each.body().writeConstantsTo(generator), to);
        }
        to.writeEndObject();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body
                && attributes.equals(body.attributes)
                && blocks.equals(body.blocks)
                && dynamicBlocks.equals(body.dynamicBlocks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {attributes, blocks, dynamicBlocks});
    }
}
