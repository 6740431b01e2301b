package dev.groundplan.delivery;

import static dev.groundplan.github.Actions.action;
import static dev.groundplan.github.Concurrency.newestOnly;
import static dev.groundplan.github.Expressions.github;
import static dev.groundplan.github.PullRequest.pullRequestTo;
import static dev.groundplan.github.Push.pushTo;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.Step.use;
import static dev.groundplan.github.StepsJob.job;
import static dev.groundplan.github.Text.text;

import dev.groundplan.github.Permissions;
import dev.groundplan.github.Step;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowSource;
import dev.groundplan.values.Version;
import java.util.List;

/**
 * The workflow {@code generated.yml}: runs {@code mvn verify}, generates again, and fails if a file differs from what is
 * committed.
 */
public final class GeneratedWorkflow implements WorkflowSource {

    private static final int MINUTES = 60;

    private final GitHubRepository repository;
    private final Version terraform;
    private final List<Step> prepared;

    private GeneratedWorkflow(GitHubRepository repository, Version terraform, List<Step> prepared) {
        this.repository = repository;
        this.terraform = terraform;
        this.prepared = prepared;
    }

    /** Returns the workflow, with Terraform 1.15.9 at hand. */
    public static GeneratedWorkflow generatedWorkflow(GitHubRepository repository) {
        return new GeneratedWorkflow(repository, new Version("1.15.9"), List.of());
    }

    /** Returns this workflow with another Terraform at hand. */
    public GeneratedWorkflow withTerraform(Version other) {
        return new GeneratedWorkflow(repository, other, prepared);
    }

    /** Returns this workflow with steps before {@code mvn verify} that bring what the tests need. */
    public GeneratedWorkflow preparedBy(Step... steps) {
        return new GeneratedWorkflow(repository, terraform, List.of(steps));
    }

    @Override
    public Workflow workflow() {
        var branch = repository.defaultBranch();
        return Workflow.workflow("generated", pullRequestTo(branch), pushTo(branch))
                .withConcurrency(newestOnly(text("generated-").and(github("ref"))))
                .with(job("verify", UBUNTU)
                        .withPermissions(Permissions.readContents())
                        .withTimeout(MINUTES)
                        .with(
                                Steps.checkOut(),
                                Steps.java(),
                                use("Set up Terraform", action("hashicorp/setup-terraform"))
                                        .with("terraform_version", terraform.text())
                                        .with("terraform_wrapper", "false"))
                        .with(prepared)
                        .with(
                                run("Verify", "mvn -B -ntp verify"),
                                run("Generate", "mvn -B -q generate"),
                                run("Compare", """
                                        git add -A -- generated .github/workflows
                                        git diff --cached --exit-code
                                        """)));
    }
}
