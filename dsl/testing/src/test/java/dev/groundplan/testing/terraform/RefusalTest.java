package dev.groundplan.testing.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.testing.terraform.wire.CtyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is broken must not pass. */
@RequiresProgram("terraform")
class RefusalTest {

    private static final TerraformCore CORE = TerraformCore.serving(TestSchema.zoo());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a misspelt attribute        | "zoo_cage": {"x": {"name": "x", "sise": 1}}                           | Extraneous JSON object property
            a missing attribute         | "zoo_cage": {"x": {"size": 1}}                                        | Missing required argument
            a wrong type                | "zoo_cage": {"x": {"name": "x", "size": "big"}}                       | Incorrect attribute value type
            a computed attribute        | "zoo_cage": {"x": {"name": "x", "arn": "y"}}                          | Value for unconfigurable attribute
            a reference to nothing      | "zoo_cage": {"x": {"name": "${zoo_cage.y.id}"}}                       | Reference to undeclared resource
            a reference to no attribute | "zoo_cage": {"x": {"name": "${zoo_animal.y.nick}"}}, "zoo_animal": {"y": {"cage_id": "c"}} | Unsupported attribute
            a cycle                     | "zoo_cage": {"x": {"name": "${zoo_cage.y.id}"}, "y": {"name": "${zoo_cage.x.id}"}}         | Cycle: zoo_cage.
            a misspelt type             | "zoo_cages": {"x": {"name": "x"}}                                     | Invalid resource type
            a missing block             | "zoo_everything": {"x": {}}                                           | Insufficient in_one blocks
            one block too many          | "zoo_everything": {"x": {"in_one": [{}, {}]}}                         | Too many in_one blocks
            a secret in a plain place   | "zoo_cage": {"x": {"name": "${ephemeral.zoo_key.k.result}"}}          | Invalid use of ephemeral value
            """)
    void is_reported_by_terraform(String what, String resources, String summary) {
        try (var module = TestSchema.open(CORE, """
                "ephemeral": {"zoo_key": {"k": {"length": 3}}}, "resource": {%s}""".formatted(resources))) {
            assertThat(module.validate())
                    .as(what)
                    .filteredOn(Diagnostic::isError)
                    .extracting(Diagnostic::summary)
                    .anyMatch(found -> found.startsWith(summary)
                            || found.replaceAll(" \\(.*?\\)", "").contains(summary));
            assertThat(module.plan().complete()).isFalse();
        }
    }

    @Test
    void a_diagnostic_names_file_line_and_what_was_meant() {
        try (var module = TestSchema.open(CORE, "\"resource\": {\n\"zoo_cages\": {\"x\": {\"name\": \"x\"}}}")) {
            assertThat(module.validate()).singleElement().satisfies(diagnostic -> {
                assertThat(diagnostic.file()).isEqualTo("main.tf.json");
                assertThat(diagnostic.line()).isEqualTo(3);
                assertThat(diagnostic.detail()).endsWith("Did you mean \"zoo_cage\"?");
                assertThat(diagnostic)
                        .hasToString("error main.tf.json:3: Invalid resource type: " + diagnostic.detail());
            });
        }
    }

    @Test
    void malformed_json_is_reported_with_its_line() {
        try (var module = TestSchema.open(CORE, "\"resource\": {\n{")) {
            assertThat(module.validate()).anySatisfy(diagnostic -> {
                assertThat(diagnostic.file()).isEqualTo("main.tf.json");
                assertThat(diagnostic.line()).isEqualTo(3);
            });
        }
    }

    @Test
    void a_computed_attribute_in_a_block_is_reported_where_it_stands() {
        try (var module = TestSchema.open(CORE, """
                "resource": {"zoo_everything": {"x": {
                  "in_one": [{}], "in_map": {"k": {"port": 1}}, "in_group": {"port": 2},
                  "in_list": [{},
                    {"port": 3}]}}}""")) {
            assertThat(module.validate())
                    .extracting(Diagnostic::summary, Diagnostic::line)
                    .containsExactlyInAnyOrder(
                            tuple("Value for unconfigurable attribute", 3),
                            tuple("Value for unconfigurable attribute", 3),
                            tuple("Value for unconfigurable attribute", 5));
        }
    }

    @Test
    void a_failed_precondition_is_reported_by_the_plan() {
        try (var module = TestSchema.open(CORE, """
                "resource": {"zoo_cage": {"x": {"name": "x", "lifecycle": {"precondition": [
                  {"condition": "${var.lions > 2}", "error_message": "One is too few."}]}}}},
                "variable": {"lions": {"default": 1}}""")) {
            assertThat(module.validate()).isEmpty();
            assertThat(module.plan().diagnostics()).singleElement().satisfies(diagnostic -> {
                assertThat(diagnostic.summary()).isEqualTo("Resource precondition failed");
                assertThat(diagnostic.detail()).isEqualTo("One is too few.");
                assertThat(diagnostic.file()).isEqualTo("main.tf.json");
            });
        }
    }

    @Test
    void a_provider_that_plans_what_nobody_configured_is_caught() {
        assertThat(summaries(planned -> with(planned, "name", new CtyValue.Text("other")), UnaryOperator.identity()))
                .containsExactly("Provider produced invalid plan");
    }

    @Test
    void a_provider_that_applies_what_was_not_planned_is_caught() {
        assertThat(summaries(UnaryOperator.identity(), applied -> with(applied, "name", new CtyValue.Text("other"))))
                .containsExactly("Provider produced inconsistent result after apply");
    }

    @Test
    void a_provider_that_leaves_values_unknown_is_caught() {
        assertThat(summaries(UnaryOperator.identity(), applied -> with(applied, "id", CtyValue.Unknown.VALUE)))
                .containsExactly("Provider returned invalid result object after apply");
    }

    @Test
    void a_provider_that_fails_says_why() {
        UnaryOperator<CtyValue> broken = planned -> {
            throw new IllegalStateException("100 % broken: ä");
        };
        assertThat(diagnostics(broken, UnaryOperator.identity()))
                .singleElement()
                .extracting(Diagnostic::detail)
                .asString()
                .contains("java.lang.IllegalStateException: 100 % broken: ä");
    }

    private static List<String> summaries(UnaryOperator<CtyValue> plan, UnaryOperator<CtyValue> apply) {
        return diagnostics(plan, apply).stream().map(Diagnostic::summary).toList();
    }

    private static List<Diagnostic> diagnostics(UnaryOperator<CtyValue> plan, UnaryOperator<CtyValue> apply) {
        var broken = CORE.withBehaviour(sound -> new BrokenLifecycle(sound, plan, apply));
        try (var module = TestSchema.open(broken, "\"resource\": {\"zoo_cage\": {\"x\": {\"name\": \"x\"}}}")) {
            return module.apply();
        }
    }

    private static CtyValue with(CtyValue value, String name, CtyValue replacement) {
        var entries = new LinkedHashMap<>(((CtyValue.Mapping) value).entries());
        entries.put(name, replacement);
        return new CtyValue.Mapping(entries);
    }

    private record BrokenLifecycle(Lifecycle sound, UnaryOperator<CtyValue> planned, UnaryOperator<CtyValue> applied)
            implements Lifecycle {

        @Override
        public CtyValue plan(BlockSchema block, CtyValue prior, CtyValue proposed) {
            return planned.apply(sound.plan(block, prior, proposed));
        }

        @Override
        public CtyValue apply(String type, BlockSchema block, CtyValue plan) {
            return applied.apply(sound.apply(type, block, plan));
        }
    }
}
