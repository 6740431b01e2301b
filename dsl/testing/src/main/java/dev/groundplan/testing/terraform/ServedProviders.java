package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.ProviderSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The offline providers of one command of Terraform, by address. */
record ServedProviders(SequencedMap<String, OfflineProvider> byAddress) implements AutoCloseable {

    /**
     * Starts a provider for each schema.
     *
     * @throws IllegalArgumentException if the module requires a provider that no schema is there for
     */
    static ServedProviders start(
            ModuleText module, List<ProviderSchema> schemas, Function<ProviderSchema, OfflineProvider> serve) {
        var required = RequiredProviders.of(module);
        refuseMissing(required, schemas);
        var providers = new LinkedHashMap<String, OfflineProvider>();
        var words = module.words();
        for (var schema : schemas) {
            providers.put(address(schema, required), serve.apply(ServedTypes.of(schema, words)));
        }
        return new ServedProviders(providers);
    }

    private static String address(ProviderSchema schema, SortedMap<String, String> required) {
        return required.keySet().stream()
                .filter(address -> serves(schema, address))
                .findFirst()
                .orElse(RequiredProviders.address(schema.source()));
    }

    private static boolean serves(ProviderSchema schema, String address) {
        return address.endsWith("/" + schema.source());
    }

    private static void refuseMissing(SortedMap<String, String> required, List<ProviderSchema> schemas) {
        required.forEach((address, file) -> {
            // Part of Terraform itself, such as terraform_data.
            if (address.startsWith("terraform.io/builtin/")) {
                return;
            }
            if (schemas.stream().noneMatch(schema -> serves(schema, address))) {
                var served =
                        schemas.stream().map(ProviderSchema::source).collect(Collectors.toCollection(TreeSet::new));
                throw new IllegalArgumentException("`" + file + "` requires the provider `" + address
                        + "`, and none of the schemas given is of it (given: " + String.join(", ", served)
                        + ").\n\nGive its schema too: TerraformCore.serving(…, schema). "
                        + "`terraform providers schema -json` prints it where the provider can be downloaded.");
            }
        });
    }

    /** Returns the JSON object for {@code TF_REATTACH_PROVIDERS}. */
    String reattachments() {
        return byAddress.entrySet().stream()
                .map((Map.Entry<String, OfflineProvider> each) ->
                        '"' + each.getKey() + "\":" + each.getValue().reattachment())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void close() {
        byAddress.values().forEach(OfflineProvider::close);
    }
}
