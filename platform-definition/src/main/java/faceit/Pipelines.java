package faceit;

import static dev.groundplan.delivery.AppWorkflow.appWorkflow;
import static dev.groundplan.delivery.GeneratedWorkflow.generatedWorkflow;
import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static dev.groundplan.delivery.ImageWorkflow.imageWorkflow;
import static dev.groundplan.delivery.PromoteWorkflow.promoteWorkflow;
import static dev.groundplan.delivery.TerraformWorkflow.terraformWorkflow;
import static dev.groundplan.github.Runner.runner;
import static dev.groundplan.github.Step.run;

import dev.groundplan.delivery.GitHubRepository;
import dev.groundplan.describe.Stage;
import dev.groundplan.github.Workflows;
import java.util.List;

/** The workflows of the repository that keeps the platform and its test application. */
final class Pipelines {

    static final GitHubRepository REPOSITORY = gitHubRepository("groundplan/groundplan");

    private Pipelines() {}

    static Workflows describe(List<Stage> stages) {
        var image = imageWorkflow(REPOSITORY, "test-app", stages);
        var promotion = promoteWorkflow(REPOSITORY, "platform-definition/images.json");
        return REPOSITORY
                .workflows()
                .with(
                        terraformWorkflow(REPOSITORY, stages).onRunner(runner("self-hosted", "linux")),
                        appWorkflow(image, promotion).withSources("pom.xml", ".mvn/**", ".dockerignore"),
                        image,
                        promotion,
                        generatedWorkflow(REPOSITORY).preparedBy(run("Install what the tests ask", """
                                npm ci --prefix .ci/tools
                                sudo apt-get update
                                sudo apt-get install -y --no-install-recommends prometheus prometheus-alertmanager
                                """)));
    }
}
