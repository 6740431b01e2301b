package dev.groundplan.testing.terraform;

import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.terraform.Expressions;
import dev.groundplan.terraform.RequiredProvider;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.RootModule;
import dev.groundplan.terraform.TerraformSettings;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.testing.terraform.PlannedChange.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresProgram("terraform")
class TerraformCoreTest {

    private static final TerraformCore CORE = TerraformCore.serving(TestSchema.zoo());

    @Test
    void plans_applies_and_then_plans_nothing() {
        try (var module = TestSchema.open(CORE, """
                "provider": {"zoo": {"region": "eu-west-2"}},
                "resource": {
                  "zoo_cage": {"lions": {"name": "lions", "tags": {"a": "b"}}},
                  "zoo_animal": {"leo": {"cage_id": "${zoo_cage.lions.id}"}}
                },
                "output": {"issuer": {"value": "${zoo_animal.leo.identity[0].oidc[0].issuer}"}}""")) {
            assertThat(module.validate()).isEmpty();
            assertThat(module.plan()).onlyCreates("zoo_cage.lions", "zoo_animal.leo");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state())
                    .contains("\"arn\": \"arn:aws:cage:us-east-1:123456789012:cage/")
                    .contains("\"issuer\": \"https://")
                    .contains("\"tags_all\": {\n              \"a\": \"b\"");
        }
    }

    @Test
    void plans_an_update_of_what_was_changed_and_keeps_what_was_computed() {
        try (var module = TestSchema.open(CORE, cage("\"size\": 3"))) {
            assertThat(module.apply()).isEmpty();
            module.replace("main.tf.json", TestSchema.file(cage("\"size\": 4")));
            var plan = module.plan();
            assertThat(plan.effects()).singleElement().satisfies(change -> {
                assertThat(change.actions()).containsExactly(Action.UPDATE);
                assertThat(change.address()).isEqualTo("zoo_cage.lions");
            });
            var change = plan.json().at("/resource_changes/0/change");
            assertThat(change.at("/after/id")).isEqualTo(change.at("/before/id"));
            assertThat(change.at("/after/size").asInt()).isEqualTo(4);
            assertThat(plan.effects()).hasToString("[update zoo_cage.lions]");
        }
    }

    @Test
    void plans_to_destroy_what_is_no_longer_declared() {
        try (var module = TestSchema.open(CORE, cage("\"size\": 3"))) {
            assertThat(module.apply()).isEmpty();
            module.replace("main.tf.json", TestSchema.file("\"locals\": {}"));
            assertThat(module.plan().effects()).singleElement().matches(change -> change.is(Action.DELETE));
            assertThat(module.apply()).isEmpty();
            assertThat(module.state()).doesNotContain("zoo_cage");
        }
    }

    @Test
    void a_plan_that_is_not_as_asserted_is_told_in_full() {
        try (var module = TestSchema.open(CORE, cage("\"size\": 3"))) {
            var plan = module.plan();
            assertThatThrownBy(() -> assertThat(plan).onlyCreates("zoo_cage.tigers"))
                    .hasMessage("""
                            The plan
                              does not create zoo_cage.tigers
                              creates zoo_cage.lions, which nobody asked for""");
            assertThatThrownBy(() -> assertThat(plan).isEmpty()).hasMessage("""
                            The plan is not empty:
                              create zoo_cage.lions""");
        }
    }

    @Test
    void takes_every_type_and_every_nesting_and_plans_nothing_the_second_time() {
        try (var module = TestSchema.open(CORE, """
                "resource": {"zoo_everything": {
                  "bare": {"in_one": [{}]},
                  "full": {
                    "string": "täxt ${zoo_everything.bare.id}", "number": 12345678901234567890.5, "bool": true,
                    "anything": {"a": [1, "two", null]},
                    "list": ["a", "b"], "set": [1, 2.5], "map": {"yes": true},
                    "object": {"a": "x"}, "objects": [{"a": "x"}, {"a": "y", "b": 2}], "tuple": ["a", 1],
                    "in_single": {"name": "s"}, "in_group": {"name": "g"},
                    "in_list": [{"name": "l1"}, {"name": "l2"}],
                    "in_set": [{"name": "${zoo_everything.bare.id}"}, {"name": "s2"}],
                    "in_map": {"key": {"name": "m"}}, "in_one": [{"name": "o"}]
                  }}}""")) {
            assertThat(module.validate()).isEmpty();
            assertThat(module.plan()).onlyCreates("zoo_everything.bare", "zoo_everything.full");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state()).contains("12345678901234567890.5").contains("\"port\": 443");
        }
    }

    @Test
    void reads_data_sources_while_planning_with_the_answers_given() {
        var body = """
                "data": {"zoo_keeper": {"head": {"name": "Ada"}}},
                "resource": {"zoo_cage": {"x": {"for_each": "${toset(data.zoo_keeper.head.names)}", "name": "${each.key}"}}}""";
        try (var module = TestSchema.open(CORE.withAnswer("zoo_keeper", "names", List.of("a", "b")), body)) {
            var plan = module.plan();
            assertThat(plan).onlyCreates("zoo_cage.x");
            assertThat(plan.changes())
                    .extracting(PlannedChange::address)
                    .containsExactly("zoo_cage.x[\"a\"]", "zoo_cage.x[\"b\"]");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
        }
    }

    @Test
    void a_secret_of_an_ephemeral_resource_is_in_no_plan_and_no_state() throws IOException {
        try (var module = TestSchema.open(CORE, """
                "ephemeral": {"zoo_key": {"master": {"length": 24}}},
                "resource": {"zoo_vault": {"gold": {
                  "name": "gold", "secret_wo": "${ephemeral.zoo_key.master.result}", "secret_wo_version": 1}}}""")) {
            var plan = module.plan();
            assertThat(plan).onlyCreates("zoo_vault.gold");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state()).contains("\"secret_wo\": null");
            assertThat(plan.json()
                            .at("/resource_changes/0/change/after/secret_wo")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void a_write_only_value_reaches_the_provider_and_no_file() throws IOException {
        try (var module = TestSchema.open(CORE, """
                "resource": {"zoo_vault": {"gold": {
                  "name": "gold", "secret_wo": "${var.secret}", "secret_wo_version": 1}}},
                "variable": {"secret": {"type": "string", "ephemeral": true, "default": "open-sesame"}}""")) {
            assertThat(module.plan()).onlyCreates("zoo_vault.gold");
            assertThat(unzipped(module.planFile(), "tfplan"))
                    .contains("zoo_vault")
                    .doesNotContain("open-sesame");
            assertThat(module.apply()).isEmpty();
            assertThat(module.state()).contains("zoo_vault").doesNotContain("open-sesame");
        }
    }

    @Test
    void imports_moves_and_lets_go() {
        try (var module = TestSchema.open(CORE, """
                "import": [{"to": "zoo_cage.lions", "id": "cage-7\\"x"}],
                "resource": {"zoo_cage": {"lions": {"name": "lions"}}}""")) {
            assertThat(module.plan().effects()).singleElement().satisfies(change -> {
                assertThat(change.importing()).isEqualTo("cage-7\"x");
                assertThat(change.is(Action.UPDATE)).isTrue();
            });
            assertThat(module.apply()).isEmpty();
            module.replace("main.tf.json", TestSchema.file("""
                    "moved": [{"from": "zoo_cage.lions", "to": "zoo_cage.cats"}],
                    "resource": {"zoo_cage": {"cats": {"name": "lions"}}}"""));
            assertThat(module.plan().changes()).singleElement().satisfies(change -> {
                assertThat(change.previousAddress()).isEqualTo("zoo_cage.lions");
                assertThat(change.is(Action.NO_OP)).isTrue();
            });
            assertThat(module.apply()).isEmpty();
            module.replace("main.tf.json", TestSchema.file("""
                    "removed": [{"from": "zoo_cage.cats", "lifecycle": {"destroy": false}}]"""));
            assertThat(module.plan().effects()).singleElement().matches(change -> change.is(Action.FORGET));
        }
    }

    @Test
    void moves_to_another_type() {
        try (var module = TestSchema.open(CORE, cage("\"size\": 3"))) {
            assertThat(module.apply()).isEmpty();
            module.replace("main.tf.json", TestSchema.file("""
                    "moved": [{"from": "zoo_cage.lions", "to": "zoo_vault.lions"}],
                    "resource": {"zoo_vault": {"lions": {"name": "lions"}}}"""));
            assertThat(module.plan().changes()).hasToString("[no-op zoo_vault.lions (moved from zoo_cage.lions)]");
        }
    }

    @Test
    void knows_aliases_count_and_for_each() {
        try (var module = TestSchema.open(CORE, """
                "provider": {"zoo": [{"region": "eu-west-2"}, {"alias": "far", "region": "us-east-1"}]},
                "resource": {"zoo_cage": {
                  "near": {"count": 2, "name": "n${count.index}"},
                  "far": {"for_each": {"a b": "x", "[0]": "y"}, "name": "${each.value}", "provider": "zoo.far"}}}""")) {
            var plan = module.plan();
            assertThat(plan).onlyCreates("zoo_cage.near", "zoo_cage.far");
            assertThat(plan.changes()).hasSize(4);
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
        }
    }

    @Test
    void keeps_the_state_here_whatever_the_backend_and_asks_nobody_on_the_network() {
        try (var module = CORE.open(FileTree.empty().with(FilePath.of("m/main.tf"), """
                        terraform {
                          backend "s3" {
                            bucket = "somewhere"
                            key    = "far/away"
                            region = "eu-west-2"
                          }
                          required_providers {
                            zoo = { source = "example.com/example/zoo" }
                          }
                        }
                        variable "name" { type = string }
                        resource "zoo_cage" "lions" { name = var.name }
                        """), FilePath.of("m"))) {
            assertThat(module.plan().diagnostics())
                    .extracting(Diagnostic::summary)
                    .containsExactly("No value for required variable");
        }
    }

    @Test
    void gives_variables_their_values(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("main.tf"), """
                variable "name" { type = string }
                resource "zoo_cage" "lions" { name = var.name }
                terraform {
                  required_providers { zoo = { source = "example/zoo" } }
                }
                """);
        Files.writeString(directory.resolve("terraform.tfstate"), "not for us");
        try (var module = CORE.withVariable("name", "lions").open(directory)) {
            assertThat(module.plan()).onlyCreates("zoo_cage.lions");
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.terraform*");
    }

    @Test
    void opens_a_root_module_as_described() {
        var cage = Resource.of("zoo_cage", "lions").with("name", Expressions.text("${not} %{evaluated}"));
        var settings =
                TerraformSettings.defaults().withRequiredProvider(RequiredProvider.of("zoo", "example/zoo", "~> 1.0"));
        try (var module = CORE.open(RootModule.of("infra").with("main", settings, cage))) {
            var plan = module.plan();
            assertThat(plan).onlyCreates("zoo_cage.lions");
            assertThat(plan.json().at("/resource_changes/0/change/after/name").asText())
                    .isEqualTo("${not} %{evaluated}");
        }
    }

    @Test
    void a_provider_without_schema_is_refused_with_the_way_out() {
        try (var module = CORE.open(FileTree.empty().with(FilePath.of("m/main.tf.json"), """
                        {"terraform": {"required_providers": {"helm": {"source": "hashicorp/helm"}}}}"""), FilePath.of("m"))) {
            assertThatThrownBy(module::plan)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            `main.tf.json` requires the provider `registry.terraform.io/hashicorp/helm`, and none of the schemas given is of it (given: example/zoo).

                            Give its schema too: TerraformCore.serving(…, schema). `terraform providers schema -json` prints it where the provider can be downloaded.""");
        }
    }

    @Test
    void a_command_that_takes_too_long_is_killed_and_named() {
        try (var module = TestSchema.open(CORE.withTimeout(Duration.ofMillis(1)), cage("\"size\": 3"))) {
            assertThatThrownBy(module::plan)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "`terraform init -json -input=false` was killed after PT0.001S without an end.");
        }
    }

    @Test
    void removes_its_temporary_files() {
        var module = TestSchema.open(CORE, cage("\"size\": 3"));
        assertThat(module.plan()).succeeds();
        assertThat(module.directory()).isDirectory();
        module.close();
        assertThat(module.directory()).doesNotExist();
    }

    private static String cage(String more) {
        return "\"resource\": {\"zoo_cage\": {\"lions\": {\"name\": \"lions\", " + more + "}}}";
    }

    private static String unzipped(byte[] archive, String entry) throws IOException {
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (var next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                if (next.getName().equals(entry)) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                }
            }
        }
        throw new IllegalArgumentException("the archive has no entry " + entry);
    }
}
