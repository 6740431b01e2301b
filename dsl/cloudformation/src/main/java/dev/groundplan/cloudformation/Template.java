package dev.groundplan.cloudformation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.cloudformation.Value.Reference;
import dev.groundplan.files.Header;
import dev.groundplan.files.JsonText;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A template of CloudFormation: the resources of one stack, and what the stack tells once they are made.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">the sections of a
 *     template</a>
 */
public record Template(String description, List<Resource> resources, List<Output> outputs) {

    private static final int LONGEST_DESCRIPTION = 1024;

    /**
     * Checks that the template holds together.
     *
     * @throws IllegalArgumentException if there is no resource, a logical id is there twice, or something refers to a resource
     *     that is not there; or if the description is longer than 1,024 characters
     */
    public Template {
        resources = List.copyOf(resources);
        outputs = List.copyOf(outputs);
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "The description of the template has %s characters, and CloudFormation takes 1024: say it shorter."
                            .formatted(description.length()));
        }
        if (resources.isEmpty()) {
            throw new IllegalArgumentException(
                    "The template has no resource, and CloudFormation takes none without: give it one.");
        }
        var ids = distinct(resources.stream().map(Resource::id), "resource");
        var unused = distinct(outputs.stream().map(Output::id), "output");
        resources.forEach(resource ->
                resource.references().forEach(to -> require(ids, to, "resource `" + resource.id())));
        outputs.forEach(output -> output.value()
                .references()
                .map(Reference::to)
                .forEach(to -> require(ids, to, "output `" + output.id())));
    }

    private static SequencedSet<LogicalId> distinct(Stream<LogicalId> ids, String kind) {
        var distinct = new LinkedHashSet<LogicalId>();
        ids.forEach(id -> {
            if (!distinct.add(id)) {
                throw new IllegalArgumentException(
                        "The template has two %ss `%s`: give one of them another logical id.".formatted(kind, id));
            }
        });
        return distinct;
    }

    private static void require(SequencedSet<LogicalId> ids, LogicalId to, String from) {
        if (!ids.contains(to)) {
            throw new IllegalArgumentException(
                    "The %s` refers to `%s`, which is no resource of the template: add it, or refer to one of %s."
                            .formatted(from, to, ids));
        }
    }

    /** Returns the template as JSON; the header is in {@code Metadata}, for CloudFormation takes no other key at the top. */
    public String text(Header header) {
        return JsonText.of(to -> write(to, header));
    }

    private void write(JsonGenerator to, Header header) throws IOException {
        to.writeStartObject();
        to.writeStringField("AWSTemplateFormatVersion", "2010-09-09");
        to.writeStringField("Description", description);
        to.writeObjectFieldStart("Metadata");
        to.writeStringField("Groundplan", header.text());
        to.writeEndObject();
        to.writeObjectFieldStart("Resources");
        for (var resource : resources) {
            to.writeFieldName(resource.id().text());
            resource.writeTo(to);
        }
        to.writeEndObject();
        if (!outputs.isEmpty()) {
            writeOutputs(to);
        }
        to.writeEndObject();
    }

    private void writeOutputs(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("Outputs");
        for (var output : outputs) {
            to.writeObjectFieldStart(output.id().text());
            to.writeStringField("Description", output.description());
            to.writeFieldName("Value");
            output.value().writeTo(to);
            to.writeEndObject();
        }
        to.writeEndObject();
    }
}
