package dev.groundplan.terraform.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@code terraform providers schema -json} prints, type by type, for it is large. */
final class TerraformJson {

    private final JsonParser json;
    private final String source;
    private final List<String> others = new ArrayList<>();
    private final Map<String, SortedMap<String, BlockSchema>> types = new LinkedHashMap<>();
    private @Nullable BlockSchema configuration;

    private TerraformJson(JsonParser json, String source) {
        this.json = json;
        this.source = source;
    }

    static ProviderSchema read(InputStream in, String source, String version) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            var reader = new TerraformJson(json, source);
            json.nextToken();
            reader.document();
            return reader.schema(version);
        }
    }

    private void document() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("This is no output of `terraform providers schema -json`: "
                    + "it should be a JSON object with the key `provider_schemas`.");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean schemas = json.currentName().equals("provider_schemas");
            json.nextToken();
            if (schemas) {
                providers();
            } else {
                json.skipChildren();
            }
        }
    }

    private void providers() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String address = json.currentName();
            json.nextToken();
            if (address.equals(source) || address.endsWith("/" + source)) {
                provider();
            } else {
                others.add(address.substring(address.indexOf('/') + 1));
                json.skipChildren();
            }
        }
    }

    private void provider() throws IOException {
        configuration = new BlockSchema(new TreeMap<>(), new TreeMap<>());
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String section = json.currentName();
            json.nextToken();
            switch (section) {
                case "provider" -> configuration = JsonBlocks.block(JsonTree.read(json));
                case "resource_schemas", "data_source_schemas", "ephemeral_resource_schemas" -> section(section);
                default -> json.skipChildren();
            }
        }
    }

    private void section(String name) throws IOException {
        var section = new TreeMap<String, BlockSchema>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String type = json.currentName();
            json.nextToken();
            section.put(type, JsonBlocks.block(JsonTree.read(json)));
        }
        types.put(name, section);
    }

    private ProviderSchema schema(String version) {
        if (configuration == null) {
            throw new IllegalArgumentException(
                    "The provider `%s` is not in this output of `terraform providers schema -json`, only %s."
                            .formatted(source, others.isEmpty() ? "none" : "`" + String.join("`, `", others) + "`"));
        }
        return new ProviderSchema(
                source,
                version,
                configuration,
                types.getOrDefault("resource_schemas", new TreeMap<>()),
                types.getOrDefault("data_source_schemas", new TreeMap<>()),
                types.getOrDefault("ephemeral_resource_schemas", new TreeMap<>()));
    }
}
