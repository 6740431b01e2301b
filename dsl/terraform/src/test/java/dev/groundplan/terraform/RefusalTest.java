package dev.groundplan.terraform;

import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final Resource VPC = Resource.of("aws_vpc", "main");

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void names() {
        assertRefused(
                () -> Resource.of("aws_vpc", "1 a"),
                "`1 a` is no name for a resource: it takes letters a-z and A-Z, digits, `_` and `-`, and starts with a letter"
                        + " or `_`; write `_1_a`");
        assertRefused(
                () -> LoopVariable.named("var"),
                "`var` is no name for a loop variable: the word has a meaning in the Terraform language; write `var_`");
        assertRefused(
                () -> Variable.of("source", TypeConstraint.string()),
                "`source` is no name for a variable: it means something else where a module is called; write"
                        + " `module_source`");
        assertRefused(
                () -> RootModule.of("infra").with("main_override", VPC),
                "the file name `main_override` would make Terraform merge it over the other files; write"
                        + " `main_overrides`");
    }

    @Test
    void meta_arguments_as_attributes_and_both_repetitions() {
        assertRefused(
                () -> VPC.with("count", 2),
                "`count` of `aws_vpc.main` is no attribute of the provider: Terraform reads it itself; use .withCount(…)");
        assertRefused(
                () -> VPC.withCount(2).withForEach(text("x")),
                "a block takes `count` or `for_each`, not both; keep `for_each` if the instances have names");
        assertRefused(
                () -> VPC.withDependsOn(Output.of("o", number(1))),
                "`depends_on` does not take `output.o`: it takes resources, data sources, ephemeral resources, modules,"
                        + " variables and local values; give one of these");
        assertRefused(
                () -> DataSource.of("aws_x", "y")
                        .withLifecycle(Lifecycle.defaults().withPreventDestroy()),
                "the lifecycle of `data.aws_x.y` takes preconditions and postconditions only: nothing of it is ever replaced"
                        + " or destroyed; leave the other rules out");
    }

    @Test
    void an_attribute_that_is_also_a_block() {
        assertRefused(
                () -> Body.empty().with("a", 1).withBlock("a", Body.empty()),
                "`a` is set both as an attribute and as a block; the provider's schema has it as one of the two: keep that"
                        + " one");
    }

    @Test
    void computed_values_where_only_literals_do() {
        assertRefused(
                () -> Backend.of("local").with("path", VPC.attribute("id")),
                "`path` of the backend takes only literals, because Terraform reads it before it computes anything; it was"
                        + " given aws_vpc.main.id");
    }

    @Test
    void values_that_terraform_cannot_hold() {
        assertRefused(
                () -> text("a\uD800b"),
                "the text has half a surrogate pair (U+D800) at index 1, which no file can hold; remove it or write the whole"
                        + " character");
        assertRefused(() -> number(Double.NaN), "Terraform has no number `NaN`; give a finite one");
    }

    @Test
    void a_loop_variable_that_hides_an_element() {
        LoopVariable<String> variable = LoopVariable.named("aws_vpc");
        assertRefused(
                () -> Expressions.forList(variable, Expressions.texts(List.of("a")), VPC.attribute("id")),
                "inside this `for`, `aws_vpc.main` would mean its variable `aws_vpc`; give the loop variable another name,"
                        + " such as `item`");
    }

    @Test
    void lifecycle_paths_and_triggers() {
        assertRefused(
                () -> Lifecycle.defaults().withIgnoreChanges("tags[owner]"),
                "`tags[owner]` is no path to an attribute: it is a name, then `.name`, `[0]` or `[\"key\"]` as often as"
                        + " needed; write it like `scaling_config[0].desired_size`");
        assertRefused(
                () -> Lifecycle.defaults().withReplaceTriggeredBy(text("x")),
                "`replace_triggered_by` does not take `\"x\"`: it takes a resource of the same module or an attribute of one;"
                        + " to watch another value, put it into the `input` of a terraform_data resource and give that");
    }

    @Test
    void conditions_about_nothing() {
        assertRefused(
                () -> Condition.of(Expressions.bool(true), "x"),
                "the condition `true` refers to nothing, so that it would always come out the same; refer to what it is about,"
                        + " such as a resource's attribute, a variable or Scope.self(…)");
        Condition aboutAnother = Condition.of(Operators.equal(VPC.attribute("id"), text("x")), "x");
        assertRefused(
                () -> Variable.of("v", TypeConstraint.string()).withValidation(aboutAnother),
                "the validation `aws_vpc.main.id == \"x\"` does not look at `var.v`; refer to it by .value()");
    }

    @Test
    void versions_and_sources() {
        assertRefused(
                () -> VersionConstraint.of("1.x"),
                "`1.x` is no version constraint: it is a version of one to three numbers with =, !=, >, >=, <, <=, ~> or"
                        + " nothing before it, several separated by commas; write it like `>= 1.11, < 2.0`");
        assertRefused(
                () -> RequiredProvider.of("aws", "aws"),
                "`aws` is no provider's address: it is `namespace/type` with an optional host before it; write it like"
                        + " `hashicorp/aws`");
    }
}
