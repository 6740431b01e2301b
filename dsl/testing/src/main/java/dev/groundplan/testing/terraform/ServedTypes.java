package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.ProviderSchema;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Cuts a schema down to what a module can need: Terraform decodes the whole schema anew in each of its commands, and of two
 * thousand types a module uses twenty. The others stay by name alone, so that Terraform can suggest them where a type is
 * misspelt.
 */
final class ServedTypes {

    private static final BlockSchema BY_NAME_ALONE =
            new BlockSchema(Collections.emptySortedMap(), Collections.emptySortedMap());

    private ServedTypes() {}

    /** Returns the schema with the content only of the types that are among the module's words. */
    static ProviderSchema of(ProviderSchema schema, SortedSet<String> words) {
        return new ProviderSchema(
                schema.source(),
                schema.version(),
                schema.configuration(),
                of(schema.resources(), words),
                of(schema.dataSources(), words),
                of(schema.ephemeralResources(), words));
    }

    private static SortedMap<String, BlockSchema> of(SortedMap<String, BlockSchema> blocks, SortedSet<String> words) {
        var served = new TreeMap<String, BlockSchema>();
        // By name, so that a schema read lazily parses no more than it must.
        for (var type : blocks.keySet()) {
            var block = words.contains(type) ? blocks.get(type) : null;
            served.put(type, block == null ? BY_NAME_ALONE : block);
        }
        return served;
    }
}
