package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.ProviderSchema;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Cuts schemas down to what a module can need: Terraform decodes the whole schema anew in each of its commands, and of
 * a thousand types a module uses twenty.
 */
final class ServedTypes {

    private ServedTypes() {}

    /**
     * Returns the schemas with only the types whose names stand somewhere in the module; whole, if the module declares a
     * type that none of them has, so that Terraform can suggest the one that was meant.
     */
    static List<ProviderSchema> of(ModuleText module, List<ProviderSchema> schemas) {
        var misspelt = module.declaredTypes().stream()
                .anyMatch(type -> schemas.stream().noneMatch(schema -> has(schema, type)));
        if (misspelt) {
            return schemas;
        }
        var words = module.words();
        return schemas.stream().map(schema -> narrowed(schema, words)).toList();
    }

    private static boolean has(ProviderSchema schema, String type) {
        return schema.resources().containsKey(type)
                || schema.dataSources().containsKey(type)
                || schema.ephemeralResources().containsKey(type);
    }

    private static ProviderSchema narrowed(ProviderSchema schema, SortedSet<String> words) {
        return new ProviderSchema(
                schema.source(),
                schema.version(),
                schema.configuration(),
                narrowed(schema.resources(), words),
                narrowed(schema.dataSources(), words),
                narrowed(schema.ephemeralResources(), words));
    }

    private static SortedMap<String, BlockSchema> narrowed(
            SortedMap<String, BlockSchema> blocks, SortedSet<String> words) {
        var narrowed = new TreeMap<>(blocks);
        narrowed.keySet().retainAll(words);
        return narrowed;
    }
}
