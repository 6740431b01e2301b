package dev.groundplan.delivery;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.delivery.Acme.PRODUCTION;
import static dev.groundplan.delivery.Acme.REPOSITORY;
import static dev.groundplan.delivery.Acme.nodes;
import static dev.groundplan.delivery.Acme.roles;
import static dev.groundplan.delivery.AppWorkflow.appWorkflow;
import static dev.groundplan.delivery.ImageWorkflow.imageWorkflow;
import static dev.groundplan.delivery.PromoteWorkflow.promoteWorkflow;
import static dev.groundplan.delivery.TerraformWorkflow.terraformWorkflow;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.github.Schedule.at;
import static dev.groundplan.values.Values.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.Part;
import dev.groundplan.describe.Stage;
import dev.groundplan.expand.Expansion;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.Header;
import dev.groundplan.github.Job;
import dev.groundplan.github.WorkflowText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryWorkflowsTest {

    @ParameterizedTest
    @ValueSource(strings = {"terraform.yml", "shop.yml", "image.yml", "promote.yml", "generated.yml"})
    void renders_whole(String file) {
        var texts = Acme.complete().renderWorkflows().texts();

        assertThat(texts).hasSize(5);
        assertText(texts.getOrDefault(FilePath.of(file), ""), "workflows/" + file);
    }

    @Test
    void staging_is_applied_before_production_and_infra_before_bootstrap() {
        var stages = List.of(stage(roles(), nodes("AL2023_x86_64_STANDARD")));

        assertThat(terraformWorkflow(REPOSITORY, stages).workflow().jobs())
                .extracting(Job::id)
                .containsExactly(
                        "plan-infra-production",
                        "plan-bootstrap-production",
                        "comment",
                        "drift-infra-production",
                        "drift-bootstrap-production",
                        "drift",
                        "apply-infra-production",
                        "apply-bootstrap-production");
    }

    @Test
    void terraform_and_the_times_of_the_search_for_drift_can_be_set() {
        var workflow = terraformWorkflow(REPOSITORY, List.of(stage(roles())))
                .withTerraform(version("1.16.0"))
                .lookingForDrift(at("3 3 * * 0"));

        assertThat(WorkflowText.of(new Header("acme.Platform"), workflow.workflow()))
                .contains("terraform_version: \"1.16.0\"", "- cron: 3 3 * * 0")
                .doesNotContain("1.15.9");
    }

    @Test
    void a_program_is_released_when_any_of_its_sources_changes() {
        var stages = List.of(stage(nodes("AL2023_ARM_64_STANDARD")));
        var promotion = promoteWorkflow(REPOSITORY, "images.json");
        var workflow = appWorkflow(imageWorkflow(REPOSITORY, "shop", stages), promotion)
                .withSources("pom.xml")
                .withSources(".mvn/**");

        assertThat(WorkflowText.of(new Header("acme.Platform"), workflow.workflow()))
                .contains("""
                  push:
                    branches:
                    - main
                    paths:
                    - shop/**
                    - pom.xml
                    - .mvn/**
                    - .github/workflows/shop.yml
                """);
    }

    @Test
    void an_image_is_built_for_every_architecture_of_the_nodes() {
        var stages = List.of(stage(nodes("AL2023_ARM_64_STANDARD")), stage(nodes("BOTTLEROCKET_x86_64")));
        var workflow = imageWorkflow(REPOSITORY, "shop", stages)
                .withDockerfile("docker/Shop")
                .workflow();

        assertThat(workflow.jobs()).extracting(Job::id).containsExactly("build-amd64", "build-arm64", "image");
        assertThat(workflow.problems()).isEmpty();
        assertThat(WorkflowText.of(new Header("acme.Platform"), workflow))
                .contains(
                        "runs-on: ubuntu-24.04\n",
                        "runs-on: ubuntu-24.04-arm\n",
                        "file: docker/Shop\n",
                        "docker buildx imagetools create --tag \"$IMAGE:$VERSION\" \"$IMAGE@$BUILD_AMD64\" \"$IMAGE@$BUILD_ARM64\"");
    }

    @Test
    void refuses_a_platform_without_roles_or_nodes() {
        var stages = List.of(stage(nodes("AL2023_ARM_64_STANDARD")));

        assertThatThrownBy(() -> terraformWorkflow(REPOSITORY, stages).workflow())
                .hasMessage(
                        "No part of `acme-production` states a role `plan` for GitHub's jobs: add the part that makes the bucket of the"
                                + " state and its roles, or state a GitHubRole of your own.");
        assertThatThrownBy(() -> imageWorkflow(REPOSITORY, "shop", List.of(stage(roles()))))
                .hasMessage(
                        "The platform has no node group, so nothing says what to build the image for: add a cluster with one.");
    }

    private static Stage stage(Part... parts) {
        return Expansion.expand(platform("acme", PRODUCTION).with(parts)).stage();
    }
}
