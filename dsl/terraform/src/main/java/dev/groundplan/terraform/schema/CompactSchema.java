package dev.groundplan.terraform.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Writes the compact format: one line per type, attribute and block, sorted, so that two versions of a provider can be
 * compared line by line.
 *
 * <pre>{@code
 * # comments stand at the top only
 * provider hashicorp/aws 6.66.0
 *   region string optional
 * resource aws_eks_cluster
 *   arn string computed
 *   name string required
 *   vpc_config block list min=1 max=1
 *     subnet_ids set(string) required
 * data aws_partition
 * ephemeral aws_ssm_parameter
 * }</pre>
 */
@CheckReturnValue
public final class CompactSchema {

    private final StringBuilder out = new StringBuilder();

    private CompactSchema() {}

    /**
     * Writes a schema, which {@link ProviderSchemas} reads again.
     *
     * @param comment the lines to begin with, without {@code #}: where the facts come from and what is not known
     */
    public static String write(ProviderSchema schema, List<String> comment) {
        var writer = new CompactSchema();
        for (String line : comment) {
            writer.line(0, line.isEmpty() ? "#" : "# " + line);
        }
        writer.line(0, "provider " + schema.source() + " " + schema.version());
        writer.block(1, schema.configuration());
        writer.types("resource", schema.resources());
        writer.types("data", schema.dataSources());
        writer.types("ephemeral", schema.ephemeralResources());
        return writer.out.toString();
    }

    private void types(String kind, SortedMap<String, BlockSchema> types) {
        types.forEach((type, block) -> {
            line(0, kind + " " + type);
            block(1, block);
        });
    }

    private void block(int depth, BlockSchema block) {
        var names = new TreeSet<>(block.attributes().keySet());
        names.addAll(block.blocks().keySet());
        for (String name : names) {
            AttributeSchema attribute = block.attributes().get(name);
            if (attribute != null) {
                line(depth, name + " " + AttributeText.print(attribute));
            } else {
                nested(depth, name, Objects.requireNonNull(block.blocks().get(name)));
            }
        }
    }

    private void nested(int depth, String name, NestedBlockSchema nested) {
        String min = nested.minItems() > 0 ? " min=" + nested.minItems() : "";
        String max = nested.maxItems() > 0 ? " max=" + nested.maxItems() : "";
        line(depth, name + " block " + nested.nesting().name().toLowerCase(Locale.ROOT) + min + max);
        block(depth + 1, nested.block());
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
