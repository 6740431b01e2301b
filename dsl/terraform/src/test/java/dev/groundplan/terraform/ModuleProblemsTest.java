package dev.groundplan.terraform;

import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.template;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.ModuleProblem.Cycle;
import dev.groundplan.terraform.ModuleProblem.DuplicateAddress;
import dev.groundplan.terraform.ModuleProblem.UnboundName;
import dev.groundplan.terraform.ModuleProblem.UnknownReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModuleProblemsTest {

    private static final Resource VPC = Resource.of("aws_vpc", "main");

    private static List<ModuleProblem> problems(Declaration... declarations) {
        return RootModule.of("infra").with("main", declarations).problems();
    }

    @Test
    void a_sound_module_has_none() {
        Local<String> name = Local.of("name", text("n"));
        Resource subnet = Resource.of("aws_subnet", "a")
                .with("vpc_id", VPC.<String>attribute("id"))
                .with("name", name.value())
                .with("zone", Scope.eachKey())
                .withForEach(text("x"))
                .withProvider(Provider.of("aws"));
        assertThat(problems(VPC, name, subnet, Output.of("vpc", VPC.attribute("id"))))
                .isEmpty();
    }

    @Test
    void duplicates_of_every_kind_name_both_ends() {
        Resource again = VPC.with("a", 1);
        Provider west = Provider.of("aws").withAlias("west");
        Output output = Output.of("o", number(1));
        DataSource data = DataSource.of("http", "page");
        CheckBlock check = CheckBlock.of("c", Condition.of(Operators.equal(Scope.workspace(), text("a")), "x"))
                .withData(data);
        TerraformSettings settings = TerraformSettings.defaults();
        assertThat(problems(VPC, west, output, data, settings, again, west, output, check, settings))
                .containsExactly(
                        new DuplicateAddress(VPC, again),
                        new DuplicateAddress(west, west),
                        new DuplicateAddress(output, output),
                        new DuplicateAddress(data, data),
                        new DuplicateAddress(settings, settings));
    }

    @Test
    void a_duplicate_cannot_be_rendered() {
        RootModule module = RootModule.of("infra").with("a", VPC).with("b", VPC);
        assertThatThrownBy(module::files)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the root module `infra` has two elements with the address `aws_vpc.main` and cannot be rendered;"
                                + " ask problems() before files()");
    }

    @Test
    void a_dangling_reference_is_found_wherever_it_stands() {
        Resource lost = Resource.of("aws_vpc", "mian");
        Provider west = Provider.of("aws").withAlias("west");
        Resource byAttribute = Resource.of("aws_a", "a").with("x", template(text("n-"), lost.attribute("id")));
        Resource byDependsOn = Resource.of("aws_a", "b").withDependsOn(lost);
        Resource byProvider = Resource.of("aws_a", "c").withProvider(west);
        Resource byBlock = Resource.of("aws_a", "d").withBlock("z", Body.empty().with("x", lost.attribute("id")));
        Resource byTrigger =
                Resource.of("aws_a", "e").withLifecycle(Lifecycle.defaults().withReplaceTriggeredBy(lost));
        Output byOutput = Output.of("o", ModuleCall.of("network", "./n").output("id"));
        Optional<String> main = Optional.of("aws_vpc.main");
        assertThat(problems(VPC, byAttribute, byDependsOn, byProvider, byBlock, byTrigger, byOutput))
                .containsExactly(
                        new UnknownReference(byAttribute, lost.address(), main),
                        new UnknownReference(byDependsOn, lost.address(), main),
                        new UnknownReference(byProvider, Address.provider("aws", "west"), Optional.empty()),
                        new UnknownReference(byBlock, lost.address(), main),
                        new UnknownReference(byTrigger, lost.address(), main),
                        new UnknownReference(byOutput, Address.module("network"), Optional.empty()));
    }

    @Test
    void the_shortest_ring_is_shown_in_order() {
        Resource a = Resource.of("aws_x", "a");
        Resource b = Resource.of("aws_x", "b");
        Resource c = Resource.of("aws_x", "c");
        Resource fromA = a.with("y", b.attribute("id"));
        Resource fromB = b.with("y", c.attribute("id")).withDependsOn(a);
        Resource fromC = c.with("y", a.attribute("id"));
        assertThat(problems(fromA, fromB, fromC)).containsExactly(new Cycle(List.of(fromA, fromB)));
    }

    @Test
    void one_that_refers_to_itself_is_a_ring() {
        Resource self = VPC.with("x", VPC.attribute("id"));
        assertThat(problems(self)).containsExactly(new Cycle(List.of(self)));
    }

    @Test
    void a_provider_that_needs_its_own_resource_is_a_ring() {
        Provider aws = Provider.of("aws").with("region", VPC.<String>attribute("region"));
        assertThat(problems(aws, VPC)).containsExactly(new Cycle(List.of(aws, VPC)));
    }

    @Test
    void two_modules_may_feed_each_other() {
        ModuleCall a = ModuleCall.of("a", "./a");
        ModuleCall b = ModuleCall.of("b", "./b").withInput("x", a.output("x"));
        assertThat(problems(a.withInput("y", b.output("y")), b)).isEmpty();
    }

    @Test
    void a_validation_may_look_at_its_own_variable() {
        Variable<String> name = Variable.of("name", TypeConstraint.string());
        assertThat(problems(name.withValidation(Condition.of(Operators.notEqual(name.value(), text("")), "Say it."))))
                .isEmpty();
    }

    @Test
    void names_that_nothing_binds() {
        Resource each = VPC.with("x", Scope.eachKey());
        Output loop = Output.of("o", LoopVariable.named("item"));
        Resource dynamic = Resource.of("aws_x", "y")
                .withDynamicBlock(DynamicBlock.of(
                        "rule", Expressions.texts(List.of()), Body.empty().with("a", DynamicBlock.key("other"))));
        assertThat(problems(each, loop, dynamic))
                .containsExactly(
                        new UnboundName(each, "each"),
                        new UnboundName(loop, "item"),
                        new UnboundName(dynamic, "other"));
    }
}
