package dev.groundplan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML read by SnakeYAML as the data of JSON: equal if, and only if, they mean the same. */
final class YamlData {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private YamlData() {}

    /** Dates stay strings, as Kubernetes reads them. */
    private static final class WithoutTimestamps extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, @Nullable String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }

    /**
     * Reads every document of a text.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML
     */
    static List<JsonNode> documents(String text) {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        loading.setCodePointLimit(Integer.MAX_VALUE);
        var printing = new DumperOptions();
        var yaml = new Yaml(
                new SafeConstructor(loading), new Representer(printing), printing, loading, new WithoutTimestamps());
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                .map(YamlData::node)
                .toList();
    }

    /** Reads JSON that another parser printed. */
    static JsonNode json(String text) throws JsonProcessingException {
        return normal(JSON.readTree(text));
    }

    private static JsonNode node(@Nullable Object value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Boolean flag -> nodes.booleanNode(flag);
            case Double number when !Double.isFinite(number) -> nodes.textNode("!float " + number);
            case Double number -> number(new BigDecimal(number.toString()));
            case BigInteger number -> number(new BigDecimal(number));
            case Number number -> number(BigDecimal.valueOf(number.longValue()));
            case List<?> elements -> {
                var array = nodes.arrayNode();
                elements.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Map<?, ?> entries -> {
                var object = nodes.objectNode();
                entries.forEach((key, each) -> object.set(String.valueOf(key), node(each)));
                yield object;
            }
            case byte[] bytes -> nodes.binaryNode(bytes);
            default -> nodes.textNode(value.toString());
        };
    }

    private static JsonNode number(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return DecimalNode.valueOf(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    private static JsonNode normal(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> number(node.decimalValue());
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> array.add(normal(element)));
                yield array;
            }
            case OBJECT -> {
                var object = JsonNodeFactory.instance.objectNode();
                node.forEachEntry((key, each) -> object.set(key, normal(each)));
                yield object;
            }
            case BINARY, BOOLEAN, MISSING, NULL, POJO, STRING -> node;
        };
    }
}
