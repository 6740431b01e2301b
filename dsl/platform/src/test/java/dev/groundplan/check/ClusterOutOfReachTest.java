package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.github.Push.pushTo;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Runner.runner;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.StepsJob.job;
import static dev.groundplan.github.Workflow.workflow;
import static dev.groundplan.terraform.Expressions.texts;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groundplan.Groundplan;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Root;
import dev.groundplan.github.Concurrency;
import dev.groundplan.github.Runner;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterOutOfReachTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final String BOOTSTRAP = "generated/staging/terraform/bootstrap";
    private static final String INFRA = "generated/staging/terraform/infra";
    private static final String APPLY = "terraform apply -input=false plan";

    @Test
    void machine_of_github_that_asks_a_private_api_server_is_refused() {
        var thrown = catchThrowableOfType(
                InvalidPlatformException.class, described(false, UBUNTU, BOOTSTRAP, APPLY)::renderWorkflows);

        assertThat(String.valueOf(thrown.getMessage()).replaceAll("java:\\d+", "java:@"))
                .isEqualTo("""
                error[W13] The job `apply` runs on a machine of GitHub's, and the root module `staging/terraform/bootstrap` asks the cluster's API server, which only its own network reaches.
                    at: workflow `terraform.yml` > job `apply`   (ClusterOutOfReachTest.java:@)
                    in: staging
                  mend: run it inside that network, as in terraformWorkflow(…).onRunner(runner("self-hosted", "linux")), or let that machine in: cluster.withPublicEndpointFor(cidr("…"))
                   see: docs/checks/W13.md

                1 error, so nothing was written.""");
    }

    @Test
    void machine_inside_an_open_api_server_another_root_module_and_a_plan_that_asks_nobody_pass() {
        assertPasses(described(false, runner("self-hosted", "linux"), BOOTSTRAP, APPLY));
        assertPasses(described(true, UBUNTU, BOOTSTRAP, APPLY));
        assertPasses(described(false, UBUNTU, INFRA, APPLY));
        assertPasses(described(false, UBUNTU, BOOTSTRAP, "terraform plan -input=false -refresh=false"));
    }

    private static void assertPasses(Groundplan groundplan) {
        assertThat(groundplan.renderWorkflows().texts()).hasSize(1);
    }

    private static Groundplan described(boolean isPublic, Runner machine, String directory, String script) {
        var repository = gitHubRepository("acme/platform");
        var apply = job("apply", machine)
                .withConcurrency(Concurrency.waiting("terraform"))
                .with(run("Apply", script).in(directory));
        return groundplan(each -> platform("shop", each).with(cluster(isPublic)), STAGING)
                .withWorkflows(stages -> repository
                        .workflows()
                        .with(workflow("terraform", pushTo("main")).with(apply)));
    }

    private static Part cluster(boolean isPublic) {
        var cluster = Resource.of("aws_eks_cluster", "shop")
                .withBody(Body.empty()
                        .withBlock(
                                "vpc_config",
                                Body.empty()
                                        .with("endpoint_public_access", isPublic)
                                        .with("public_access_cidrs", texts(List.of("203.0.113.0/28")))));
        return part(
                "cluster",
                "shop",
                site -> Elements.none()
                        .with(Root.INFRA, cluster)
                        .with(
                                Root.BOOTSTRAP,
                                Resource.of("helm_release", "flux").with("name", "flux")));
    }
}
