package dev.groundplan.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real Terraform makes of our expressions, against what Java makes of them. */
@NeedsTerraform
class ExpressionsInTerraformTest {

    private static final long SEED = 20_260_101;
    private static final int EXPRESSIONS = 1500;
    private static final int TEXTS = 3000;
    private static final int BATCH = 50;

    @TempDir
    Path directory;

    @Test
    void generated_expressions_evaluate_to_what_java_computes() {
        System.out.println("seed of the generated expressions: " + SEED);
        Random random = new Random(SEED);
        List<Sample<?>> samples = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            samples.add(new SampleExpressions(random).any(1 + i % 5));
        }
        assertEvaluated(samples);
    }

    @Test
    void generated_texts_stay_what_they_are() {
        System.out.println("seed of the generated texts: " + SEED);
        Random random = new Random(SEED);
        List<Sample<?>> samples = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = SampleText.next(random);
            samples.add(new Sample<>(Expressions.text(text), variables -> SampleExpressions.composed(text)));
        }
        assertEvaluated(samples);
    }

    /** Each is asked for twice: as Terraform JSON has it, and in the native syntax inside a call. */
    private void assertEvaluated(List<Sample<?>> samples) {
        List<Declaration> outputs = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += BATCH) {
            Expression<?> batch =
                    Expressions.list(samples.subList(from, Math.min(from + BATCH, samples.size())).stream()
                            .<Expression<?>>map(Sample::expression)
                            .toList());
            outputs.add(Output.of("json_" + from, batch));
            outputs.add(Output.of("native_" + from, Expressions.call("try", batch)));
        }
        RootModule module = RootModule.of("main").with("main", outputs.toArray(Declaration[]::new));
        assertThat(module.problems()).isEmpty();
        JsonNode values = TerraformRun.of(directory, module).outputs();
        for (int i = 0; i < samples.size(); i++) {
            String place = "_" + (i - i % BATCH) + "/value/" + i % BATCH;
            Object expected = normal(samples.get(i).<Object>value(Map.of()));
            Expression<?> expression = samples.get(i).expression();
            assertThat(plain(values.at("/json" + place)))
                    .as("as JSON: %s", expression)
                    .isEqualTo(expected);
            assertThat(plain(values.at("/native" + place)))
                    .as("natively: %s", expression)
                    .isEqualTo(expected);
        }
    }

    private static Object normal(Object value) {
        return switch (value) {
            case BigDecimal number -> number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            case List<?> list ->
                list.stream().map(ExpressionsInTerraformTest::normal).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> values = new LinkedHashMap<>();
                map.forEach((key, each) -> values.put(key, normal(each)));
                yield values;
            }
            default -> value;
        };
    }

    private static Object plain(JsonNode node) {
        if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(element -> values.add(plain(element)));
            return values;
        }
        if (node.isObject()) {
            Map<Object, Object> values = new LinkedHashMap<>();
            node.properties().forEach(field -> values.put(field.getKey(), plain(field.getValue())));
            return values;
        }
        return node.isNumber()
                ? normal(node.decimalValue())
                : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }
}
