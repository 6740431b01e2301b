package dev.groundplan.cloudformation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.cloudformation.Value.Fields;
import dev.groundplan.cloudformation.Value.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A resource of a template.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">types
 *     of resources</a>
 */
public final class Resource {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]+::[A-Za-z0-9]+(::[A-Za-z0-9]+)?");

    private final LogicalId id;
    private final String type;
    private final Fields properties;
    private boolean isRetained;
    private List<LogicalId> dependsOn = List.of();

    private Resource(LogicalId id, String type, Fields properties) {
        this.id = id;
        this.type = type;
        this.properties = properties;
    }

    private Resource(Resource resource) {
        this(resource.id, resource.type, resource.properties);
        isRetained = resource.isRetained;
        dependsOn = resource.dependsOn;
    }

    /**
     * Returns a resource.
     *
     * @param id what it is called in the template
     * @param type such as {@code AWS::S3::Bucket}
     * @param properties as the type's page has them
     * @throws IllegalArgumentException if id or type is none
     */
    public static Resource of(String id, String type, Fields properties) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no type of CloudFormation: write it like `AWS::S3::Bucket`.".formatted(type));
        }
        return new Resource(new LogicalId(id), type, properties);
    }

    /**
     * Returns this as one that stays when the stack goes or makes another in its place; renders to {@code DeletionPolicy} and
     * {@code UpdateReplacePolicy}.
     */
    public Resource retained() {
        var copy = new Resource(this);
        copy.isRetained = true;
        return copy;
    }

    /** Returns this as one that is made after the others; renders to {@code DependsOn}. */
    public Resource withDependsOn(Resource... others) {
        var copy = new Resource(this);
        var all = new ArrayList<>(dependsOn);
        Stream.of(others).map(Resource::id).forEach(all::add);
        copy.dependsOn = List.copyOf(all);
        return copy;
    }

    /** Returns what it is called in the template. */
    public LogicalId id() {
        return id;
    }

    /** Refers to it: by its name, its id or its ARN, as its type's page says under Ref. */
    public Reference ref() {
        return new Reference(id, "");
    }

    /** Refers to what is known of it once it is made, such as {@code Arn}. */
    public Reference attribute(String name) {
        return new Reference(id, name);
    }

    Stream<LogicalId> references() {
        return Stream.concat(properties.references().map(Reference::to), dependsOn.stream());
    }

    void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("Type", type);
        if (isRetained) {
            to.writeStringField("DeletionPolicy", "Retain");
            to.writeStringField("UpdateReplacePolicy", "Retain");
        }
        if (!dependsOn.isEmpty()) {
            to.writeArrayFieldStart("DependsOn");
            for (var other : dependsOn) {
                to.writeString(other.text());
            }
            to.writeEndArray();
        }
        to.writeFieldName("Properties");
        properties.writeTo(to);
        to.writeEndObject();
    }
}
