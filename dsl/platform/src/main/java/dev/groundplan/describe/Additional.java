package dev.groundplan.describe;

/**
 * Elements of your own beside the parts: any Terraform resource, typed or not, and any Kubernetes object. They go through
 * the same checks as the parts' elements.
 *
 * <pre>{@code
 * additional("alarms", Elements.none().with(Root.INFRA, AwsSchema.resource("aws_sns_topic", "alarms", Body.empty())))
 * }</pre>
 */
public final class Additional implements Part {

    private final PartId id;
    private final SourceLine line;
    private final Elements elements;

    private Additional(PartId id, SourceLine line, Elements elements) {
        this.id = id;
        this.line = line;
        this.elements = elements;
    }

    /**
     * Returns a part that consists of just these elements, the same in every environment.
     *
     * @param name what they are called together; Terraform elements render to {@code additional-<name>.tf.json}
     */
    public static Additional additional(String name, Elements elements) {
        return new Additional(PartId.of("additional", name), SourceLine.here(), elements);
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        return elements;
    }
}
