package dev.groundplan.terraform.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Element;
import dev.groundplan.terraform.EphemeralResource;
import dev.groundplan.terraform.Provider;
import dev.groundplan.terraform.Resource;
import java.util.List;
import java.util.SortedMap;

/**
 * Compares what is described with what the provider accepts, before Terraform does: unknown types, attributes and blocks,
 * computed attributes that are set, blocks written as attributes and the reverse, missing attributes and blocks, too many
 * blocks, and values of the wrong type as far as their type is known (literals, and references to an attribute of the same
 * provider). A value that Terraform converts by itself, such as {@code "80"} for a number, is right.
 */
@CheckReturnValue
public final class SchemaCheck {

    private SchemaCheck() {}

    /**
     * Returns one sentence for each fault, in the order of the description.
     *
     * @param element a resource, data source, ephemeral resource or provider of this schema; anything else has no faults
     */
    public static List<String> faults(ProviderSchema schema, Element element) {
        return switch (element) {
            case Resource resource -> faults(schema, "resource type", element, schema.resources(), resource.body());
            case DataSource data -> faults(schema, "data source", element, schema.dataSources(), data.body());
            case EphemeralResource ephemeral ->
                faults(schema, "ephemeral resource", element, schema.ephemeralResources(), ephemeral.body());
            case Provider provider -> BlockCheck.faults(schema, schema.configuration(), provider.body());
            default -> List.of();
        };
    }

    /**
     * Returns the element as it is.
     *
     * @throws IllegalArgumentException if it has faults; the message lists them all
     */
    public static <E extends Element> E require(ProviderSchema schema, E element) {
        List<String> faults = faults(schema, element);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("`%s` does not fit %s %s:\n  %s"
                    .formatted(element.address(), schema.source(), schema.version(), String.join("\n  ", faults)));
        }
        return element;
    }

    private static List<String> faults(
            ProviderSchema schema, String kind, Element element, SortedMap<String, BlockSchema> known, Body body) {
        String type = element.address().type();
        BlockSchema block = known.get(type);
        if (block == null) {
            return List.of("There is no %s `%s`.%s".formatted(kind, type, NearestName.question(type, known.keySet())));
        }
        return BlockCheck.faults(schema, block, body);
    }
}
