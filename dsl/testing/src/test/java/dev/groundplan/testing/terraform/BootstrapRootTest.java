package dev.groundplan.testing.terraform;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.files.FilePath;
import dev.groundplan.flux.bootstrap.FluxBootstrap;
import dev.groundplan.flux.bootstrap.FluxSource;
import dev.groundplan.flux.bootstrap.PullSecret;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.terraform.helm.HelmSchema;
import dev.groundplan.terraform.kubernetes.KubernetesSchema;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.values.Name;
import dev.groundplan.values.ParameterName;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The root module that Flux begins with, as the whole platform renders it, before Terraform's own core. */
@RequiresProgram("terraform")
class BootstrapRootTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final String LOGIN = "{\"githubAppID\": \"1234567890987654321\"}";

    private static final TerraformCore CORE = TerraformCore.serving(
                    AwsSchema.schema(), KubernetesSchema.schema(), HelmSchema.schema())
            .withRemoteState("infra", Map.of("cluster_vars", Map.of("vpc_id", "vpc-0123456789abcdef0")))
            .withAnswer("aws_eks_cluster", "data", "LS0tLS1CRUdJTg==")
            .withAnswer("aws_ssm_parameter", "value", LOGIN);

    @Test
    void flux_is_planned_and_applied_from_what_infra_gives_out() {
        var source = new FluxSource("https://github.com/acme/platform", "refs/heads/main", "./generated/staging");

        try (var module = open(FluxBootstrap.of("faceit-staging", source))) {
            assertThat(module.validate()).isEmpty();
            assertThat(module.plan())
                    .onlyCreates(
                            "helm_release.flux_instance",
                            "helm_release.flux_operator",
                            "kubernetes_config_map_v1.cluster_vars",
                            "kubernetes_namespace_v1.flux_system");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state()).contains("\"vpc_id\": \"vpc-0123456789abcdef0\"");
        }
    }

    @Test
    void the_login_at_a_private_repository_is_in_no_plan_and_no_state() {
        var source = new FluxSource(
                "https://github.com/acme/platform",
                "refs/heads/main",
                "./generated/staging",
                Optional.of("flux-login"),
                "github");
        var flux = FluxBootstrap.of("faceit-staging", source)
                .withPullSecret(new PullSecret("flux-login", new ParameterName("/faceit/flux/login")));

        try (var module = open(flux)) {
            assertThat(module.plan())
                    .onlyCreates(
                            "helm_release.flux_instance",
                            "helm_release.flux_operator",
                            "kubernetes_config_map_v1.cluster_vars",
                            "kubernetes_namespace_v1.flux_system",
                            "kubernetes_secret_v1.flux_login");
            assertThat(module.plan().json().toString()).doesNotContain("1234567890987654321");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state())
                    .contains("\"data_wo\": null", "\"data_wo_revision\": 1")
                    .doesNotContain("1234567890987654321");
        }
    }

    private static OfflineModule open(FluxBootstrap flux) {
        var site = new Site(new Name("faceit"), STAGING);
        var infra = Elements.none().with(Root.INFRA, AwsSchema.resource("aws_vpc", "faceit", Body.empty()));
        var tree = groundplan(
                        each -> platform("faceit", each)
                                .with(additional("network", infra), additional("flux", flux.elements(site))),
                        STAGING)
                .render();
        return CORE.open(tree, FilePath.of("staging/terraform/bootstrap"));
    }
}
