package dev.groundplan.testing.terraform;

import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.testing.RequiresProgram;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** States of other root modules, read offline. */
@RequiresProgram("terraform")
class RemoteStatesTest {

    private static final String READER = """
            {"data": {"terraform_remote_state": {"infra": {
               "backend": "s3", "config": {"bucket": "b", "key": "infra/terraform.tfstate", "region": "eu-west-2"}}}},
             "output": {
               "vpc": {"value": "${data.terraform_remote_state.infra.outputs.cluster_vars[\\"vpc_id\\"]}"},
               "second": {"value": "${data.terraform_remote_state.infra.outputs.zones[1]}"},
               "nodes": {"value": "${data.terraform_remote_state.infra.outputs.pool.most + 1}"}}}
            """;

    @Test
    void outputs_of_another_root_module_are_what_was_said() {
        var core = TerraformCore.serving()
                .withRemoteState(
                        "infra",
                        Map.of(
                                "cluster_vars", Map.of("vpc_id", "vpc-1"),
                                "zones", List.of("a", "b"),
                                "pool", Map.of("most", 3, "spot", true)));

        try (var module = open(core)) {
            assertThat(module.plan()).succeeds();
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state()).contains("\"value\": \"vpc-1\"", "\"value\": \"b\"", "\"value\": 4");
        }
    }

    @Test
    void an_output_that_was_not_said_is_what_terraform_reports() {
        var core = TerraformCore.serving().withRemoteState("infra", Map.of("cluster_vars", Map.of()));

        try (var module = open(core)) {
            assertThat(module.plan().diagnostics())
                    .extracting(Diagnostic::detail)
                    .anyMatch(detail -> detail.contains("does not have an attribute named \"zones\""));
        }
    }

    @Test
    void a_state_of_which_nothing_was_said_is_refused() {
        assertThatThrownBy(() -> {
                    var unused = open(TerraformCore.serving().withRemoteState("network", Map.of()));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The module reads the state of `infra`, and nobody said what is in it: write .withRemoteState(\"infra\", Map.of(\"vpc_id\", \"vpc-1\")) with the outputs it has.");
    }

    @Test
    void a_value_that_terraform_has_no_counterpart_of_is_refused() {
        var set = Set.of("a");
        assertThatThrownBy(() -> {
                    var unused = TerraformCore.serving().withRemoteState("infra", Map.of("zones", set));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`[a]` (%s) has no counterpart in Terraform: write a String, Boolean, Number, List or Map.",
                        set.getClass().getName());
    }

    private static OfflineModule open(TerraformCore core) {
        return core.open(FileTree.empty().with(FilePath.of("root/main.tf.json"), READER), FilePath.of("root"));
    }
}
