package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The providers that the files of a module name in {@code required_providers}: address to the file that names it. */
final class RequiredProviders {

    private static final String DEFAULT_HOST = "registry.terraform.io/";
    private static final Pattern BLOCK = Pattern.compile("required_providers\\s*\\{((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern SOURCE = Pattern.compile("\\bsource\\s*=\\s*\"([^\"]+)\"");

    private RequiredProviders() {}

    static SortedMap<String, String> of(ModuleText module) {
        var required = new TreeMap<String, String>();
        module.json()
                .forEach((file, json) -> sources(json).forEach(source -> required.putIfAbsent(address(source), file)));
        module.hcl()
                .forEach((file, text) -> BLOCK.matcher(text)
                        .results()
                        .flatMap(block -> SOURCE.matcher(block.group(1)).results())
                        .forEach(source -> required.putIfAbsent(address(source.group(1)), file)));
        return required;
    }

    /** Returns host, namespace and name; the host is Terraform's own registry unless the source says another. */
    static String address(String source) {
        return source.chars().filter(letter -> letter == '/').count() > 1 ? source : DEFAULT_HOST + source;
    }

    private static Stream<String> sources(JsonNode json) {
        return ModuleText.oneOrMany(json.path("terraform"))
                .flatMap(block -> ModuleText.oneOrMany(block.path("required_providers")))
                .flatMap(JsonNode::valueStream)
                .map(provider -> provider.path("source").asText())
                .filter(source -> !source.isEmpty());
    }
}
