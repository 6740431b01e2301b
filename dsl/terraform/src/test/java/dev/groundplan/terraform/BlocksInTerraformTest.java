package dev.groundplan.terraform;

import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.index;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.textMap;
import static dev.groundplan.terraform.Expressions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform reads every kind of block that needs no provider to be downloaded. */
@NeedsTerraform
class BlocksInTerraformTest {

    private static final Condition TRUE = Condition.of(
            Operators.notEqual(Expressions.<String>reference(Address.variable("v")), text("")), "Never ${said}.");
    private static final String ODD = "$${a} ${b} %{c} $$${d} \\ \" //\r${e}";

    @TempDir
    Path directory;

    private static SequencedMap<String, String> map(String key, String value) {
        return new LinkedHashMap<>(Map.of(key, value));
    }

    @Test
    void every_kind_of_block_is_valid_and_applies() {
        Variable<String> variable = Variable.of("v", TypeConstraint.string())
                .withDescription(ODD)
                .withDefault(text(ODD))
                .withoutNull()
                .withValidation(TRUE);
        SequencedMap<String, TypeConstraint<?>> fields = new LinkedHashMap<>();
        fields.put("a", TypeConstraint.optional(TypeConstraint.list(TypeConstraint.number()), Expressions.list()));
        fields.put("b", TypeConstraint.optional(TypeConstraint.string(), text(ODD)));
        Variable<Object> object = Variable.of("o", TypeConstraint.object(fields))
                .withDefault(Expressions.object(new LinkedHashMap<>()))
                .withEphemeral();
        Variable<Map<String, String>> kept =
                Variable.of("m", TypeConstraint.map(TypeConstraint.string())).withDefault(textMap(map("//${k}", ODD)));
        Local<String> local = Local.of("l", variable.value());
        Resource first = Resource.of("terraform_data", "first").with("input", textMap(map("//", ODD)));
        Resource many = Resource.of("terraform_data", "many")
                .withForEach(call("toset", texts(List.of(ODD, "b"))))
                .with("input", Scope.eachKey())
                .withDependsOn(first, local)
                .withLifecycle(Lifecycle.defaults()
                        .withCreateBeforeDestroy()
                        .withIgnoreChanges("triggers_replace", "output")
                        .withReplaceTriggeredBy(first, first)
                        .withReplaceTriggeredBy(first.attribute("output"))
                        .withPrecondition(TRUE)
                        .withPrecondition(TRUE)
                        .withPostcondition(
                                Condition.of(Operators.equal(Scope.self("input"), Scope.eachKey()), Scope.self("id"))));
        Resource counted = Resource.of("terraform_data", "counted")
                .withCount(2)
                .with("input", Scope.countIndex())
                .withLifecycle(Lifecycle.defaults().withIgnoreAllChanges());
        Resource provisioned = Resource.of("terraform_data", "provisioned")
                .withBody(Body.empty()
                        .withLabelledBlock(
                                "provisioner", "local-exec", Body.empty().with("command", "exit 0"))
                        .withLabelledBlock(
                                "provisioner", "local-exec", Body.empty().with("command", "exit 0")));
        ModuleCall child =
                ModuleCall.of("child", "./child").withInput("x", local.value()).withDependsOn(first);
        DataSource state = DataSource.of("terraform_remote_state", "scoped")
                .with("backend", "local")
                .with("config", textMap(map("path", "none.tfstate")));
        RootModule module = RootModule.of("infra")
                .with(
                        "settings",
                        TerraformSettings.defaults()
                                .withRequiredVersion(">= 1.11.0, < 2.0")
                                .withRequiredProvider(
                                        RequiredProvider.of("terraform", "terraform.io/builtin/terraform"))
                                .withBackend(Backend.of("local").with("path", text("a${b}.tfstate"))))
                .with("main", variable, object, kept, local, first, many, counted, provisioned, child)
                .with(
                        "other",
                        Output.of("default", variable.value())
                                .withDescription(ODD)
                                .withPrecondition(TRUE)
                                .withDependsOn(many),
                        Output.of("map", kept.value()).withSensitive(),
                        Output.of("child", child.output("y")),
                        Output.of("first", first.attribute("output")),
                        Output.of(
                                "many",
                                Expressions.attribute(
                                        Expressions.key(many.<Map<String, Object>>reference(), ODD), "output")),
                        Output.of("last", Expressions.attribute(index(counted.<List<Object>>reference(), 1), "output")),
                        Output.of("all", index(Expressions.splat(counted.reference(), "output"), 1)),
                        Output.of(
                                "big", Expressions.number(new BigDecimal("12345678901234567890.12345678901234567890"))))
                .with(
                        "history",
                        Moved.of(Address.resource("terraform_data", "before"), first.address()),
                        new Moved(
                                TargetAddress.of(Address.resource("terraform_data", "odd"))
                                        .instance(ODD),
                                TargetAddress.of(many.address()).instance(ODD)),
                        Removed.forgotten(TargetAddress.of(Address.resource("terraform_data", "gone"))),
                        Removed.destroyed(TargetAddress.of(Address.module("gone"))
                                .inside(Address.resource("terraform_data", "x"))),
                        Import.of(first.address(), "an-id"),
                        Import.of(TargetAddress.of(many.address()).instance(Scope.eachKey()), Scope.eachKey())
                                .withForEach(call("toset", texts(List.of("b")))),
                        CheckBlock.of("plain", TRUE).withAssertion(TRUE),
                        CheckBlock.of("scoped", TRUE).withData(state));
        TerraformRun.write(
                directory.resolve("child"),
                RootModule.of("child")
                        .with(
                                "main",
                                Variable.of("x", TypeConstraint.string()),
                                Output.of("y", Expressions.reference(Address.variable("x")))));

        assertThat(module.problems()).isEmpty();
        TerraformRun run = TerraformRun.of(directory, module);
        run.run("init", "-no-color", "-input=false");
        assertThat(run.run("validate", "-no-color")).contains("Success! The configuration is valid");
        var outputs = run.outputs();
        assertThat(outputs.at("/default/value").textValue()).isEqualTo(ODD);
        assertThat(outputs.at("/map/value").get("//${k}").textValue()).isEqualTo(ODD);
        assertThat(outputs.at("/child/value").textValue()).isEqualTo(ODD);
        assertThat(outputs.at("/first/value").get("//").textValue()).isEqualTo(ODD);
        assertThat(outputs.at("/many/value").textValue()).isEqualTo(ODD);
        assertThat(outputs.at("/last/value").intValue()).isEqualTo(1);
        assertThat(outputs.at("/all/value").intValue()).isEqualTo(1);
        assertThat(outputs.at("/big/value").decimalValue()).isEqualTo("12345678901234567890.1234567890123456789");
        assertThat(Files.exists(directory.resolve("a${b}.tfstate"))).isTrue();
    }
}
