package dev.groundplan.check;

import static dev.groundplan.delivery.Acme.REPOSITORY;
import static dev.groundplan.github.Actions.action;
import static dev.groundplan.github.CallJob.call;
import static dev.groundplan.github.Concurrency.newestOnly;
import static dev.groundplan.github.Concurrency.waiting;
import static dev.groundplan.github.Expressions.github;
import static dev.groundplan.github.Expressions.secret;
import static dev.groundplan.github.Input.input;
import static dev.groundplan.github.PullRequest.pullRequestTo;
import static dev.groundplan.github.Push.pushOfTags;
import static dev.groundplan.github.Push.pushTo;
import static dev.groundplan.github.Release.released;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Schedule.at;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.Step.use;
import static dev.groundplan.github.StepsJob.job;
import static dev.groundplan.github.Text.text;
import static dev.groundplan.github.Workflow.workflow;
import static dev.groundplan.github.WorkflowCall.onCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groundplan.delivery.Acme;
import dev.groundplan.github.Action;
import dev.groundplan.github.Event;
import dev.groundplan.github.Home;
import dev.groundplan.github.Permissions;
import dev.groundplan.github.Scope;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowSource;
import dev.groundplan.github.Workflows;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowChecksTest {

    private static final String PLAN = "arn:aws:iam::111122223333:role/acme-staging-plan";
    private static final String APPLY = "arn:aws:iam::111122223333:role/acme-staging-apply";
    private static final String SUBJECT = "repo:Acme@9919/Platform@1296269";

    @Test
    void a_problem_of_a_workflow_tells_the_job_and_all_environments() {
        var broken = workflow("app", pushTo("main"))
                .with(job("test", UBUNTU)
                        .with(run("Test", "true")
                                .withEnv("A", input("tag", "Which").value())));

        assertThat(message(broken)).matches("""
                error\\[W01] It reads `inputs\\.tag`, and there is no `tag` there\\.
                    at: workflow `app\\.yml` > job `test`   \\(WorkflowChecksTest\\.java:\\d+\\)
                    in: production, staging
                  mend: give the workflow that input: onCall\\(input\\("tag", "…"\\)\\)
                   see: docs/checks/W01\\.md

                1 error, so nothing was written\\.""");
    }

    @Test
    void w01_a_call_of_what_is_not_there_or_with_less_than_it_needs() {
        var called = workflow("image", onCall())
                .with(job("build", UBUNTU)
                        .withPermissions(Permissions.readContents())
                        .with(run("Build", "true")));
        var caller = workflow("app", pushTo("main")).with(call("image", called));
        var poor = workflow("app", pushTo("main")).with(call("image", called).withPermissions(Permissions.none()));

        assertThat(found(caller))
                .containsExactly(
                        "W01 The job `image` calls `image.yml`, and that workflow is not among the workflows.");
        assertThat(found(poor, called))
                .containsExactly(
                        "W01 The job `image` may not `contents: read`, and the job `build` of `image.yml` asks for it: GitHub would not start it.");
        assertThat(found(caller, called)).isEmpty();
    }

    @Test
    void w02_what_is_made_with_github_token_starts_nothing() {
        var release = run("Release", "gh release create v1").withEnv("GH_TOKEN", github("token"));
        var onRelease = workflow("image", released()).with(job("build", UBUNTU).with(run("Build", "true")));
        var onTag =
                workflow("tagged", pushOfTags("v*")).with(job("build", UBUNTU).with(run("Build", "true")));
        var onRequest = workflow("checks", pullRequestTo("main"))
                .with(job("test", UBUNTU).with(run("Test", "true")));

        assertThat(found(app(release), onRelease, onTag))
                .containsExactly(
                        "W02 The job `job` makes a release with GITHUB_TOKEN, and `image.yml` waits for one: nothing starts on what that token does.",
                        "W02 The job `job` makes a release with GITHUB_TOKEN, and `tagged.yml` waits for one: nothing starts on what that token does.");
        assertThat(found(app(run("Ask", "gh pr create --fill").withEnv("GH_TOKEN", secret("GITHUB_TOKEN"))), onRequest))
                .containsExactly(
                        "W02 The job `job` makes a pull request with GITHUB_TOKEN, and `checks.yml` waits for one: nothing starts on what that token does.");
        assertThat(found(app(release), onRequest)).isEmpty();
        assertThat(found(app(run("Release", "gh release create v1").withEnv("GH_TOKEN", secret("APP"))), onRelease))
                .isEmpty();
    }

    @Test
    void w03_an_action_outside_the_table() {
        var unknown = new Action("acme/scan", "v2.0.0", "a".repeat(40));
        var old = new Action("actions/checkout", "v4.0.0", "b".repeat(40));
        var scanning = app(use("Scan", unknown));

        assertThat(found(scanning))
                .containsExactly("W03 The action `acme/scan@v2.0.0` is not in the table of actions.");
        assertThat(found(app(use("Check out", old))))
                .containsExactly("W03 The action `actions/checkout` is used at `" + "b".repeat(40)
                        + "`, and the table of actions has it at `3d3c42e5aac5ba805825da76410c181273ba90b1` (v7.0.1).");
        assertThat(found(REPOSITORY.workflows().allowing(unknown).with(scanning)))
                .isEmpty();
    }

    @Test
    void w04_a_permission_that_nobody_uses() {
        var both = Permissions.none().withWrite(Scope.ID_TOKEN).withWrite(Scope.PACKAGES);
        var idle = job("idle", UBUNTU).withPermissions(both).with(run("Nothing", "true"));
        var attesting = job("attest", UBUNTU)
                .with(use("Attest", action("actions/attest")).with("subject-name", "x"));
        var called = workflow("called", onCall()).with(job("idle", UBUNTU).with(run("Nothing", "true")));
        var generous =
                workflow("generous", pushTo("main")).with(call("called", called).withPermissions(both));
        var pushing = job("push", UBUNTU)
                .withPermissions(Permissions.none().withWrite(Scope.PACKAGES))
                .with(run("Push", "docker push \"$IMAGE\""));

        assertThat(found(workflow("app", pushTo("main")).with(idle, attesting)))
                .containsExactly(
                        "W04 The job `idle` may `id-token: write`, and it assumes no role and attests to nothing.",
                        "W04 The job `idle` may `packages: write`, and it pushes nothing.",
                        "W04 The job `attest` assumes a role or attests to something, and may not ask for the token that this needs.");
        assertThat(found(generous, called))
                .containsExactly(
                        "W04 The job `called` may `id-token: write`, and it calls a workflow that does not ask for it.",
                        "W04 The job `called` may `packages: write`, and it calls a workflow that does not ask for it.");
        assertThat(found(workflow("app", pushTo("main")).with(pushing))).isEmpty();
    }

    @Test
    void w05_a_role_that_no_platform_has() {
        assertThat(found(workflow("app", pullRequestTo("main")).with(assuming(PLAN.replace("plan", "pln")))))
                .containsExactly(
                        "W05 The job `job` assumes the role `arn:aws:iam::111122223333:role/acme-staging-pln`, and no"
                                + " platform has it. Did you mean `" + PLAN + "`?");
    }

    @Test
    void w05_a_role_that_does_not_trust_what_starts_the_job() {
        var applying = assuming(APPLY);
        var called = workflow("called", onCall()).with(assuming(APPLY));
        var caller = workflow("app", pushTo("main")).with(call("called", called));

        assertThat(found(workflow("app", pushTo("main"), pullRequestTo("main")).with(applying)))
                .containsExactly(
                        "W05 The job `job` presents `" + SUBJECT
                                + ":ref:refs/heads/main`, and the role `apply` does not trust it: it trusts `" + SUBJECT
                                + ":environment:staging`.",
                        "W05 The job `job` presents `" + SUBJECT
                                + ":pull_request`, and the role `apply` does not trust it: it trusts `" + SUBJECT
                                + ":environment:staging`.");
        assertThat(found(caller, called))
                .containsExactly("W05 The job `job` presents `" + SUBJECT
                        + ":ref:refs/heads/main`, and the role `apply` does not trust it: it trusts `" + SUBJECT
                        + ":environment:staging`.");
        assertThat(found(workflow("app", pushTo("main")).with(applying.inEnvironment("production"))))
                .singleElement()
                .asString()
                .contains("presents `" + SUBJECT + ":environment:production`");
        assertThat(found(workflow("app", pushTo("main")).with(applying.inEnvironment("staging"))))
                .isEmpty();
        assertThat(found(workflow("app", pullRequestTo("main"), at("1 1 * * *")).with(assuming(PLAN))))
                .containsExactly("W05 The job `job` presents `" + SUBJECT
                        + ":ref:refs/heads/main`, and the role `plan` does not trust it: it trusts `" + SUBJECT
                        + ":pull_request`.");
        assertThat(found(workflow("app", at("1 1 * * *")).with(assuming(PLAN.replace("plan", "drift")))))
                .isEmpty();
        assertThat(found(workflow("app", pushOfTags("v*"), pullRequestTo("main"))
                        .with(assuming(PLAN).onlyOn(Event.PULL_REQUEST))))
                .isEmpty();
    }

    @Test
    void w09_the_other_form_of_subject() {
        var plain = Workflows.workflowsOf(new Home("repo:Acme/Platform", "main"))
                .with(workflow("app", pullRequestTo("main")).with(assuming(PLAN)));

        assertThat(found(plain))
                .containsExactly(
                        "W09 The job `job` presents `repo:Acme/Platform:pull_request`, and the role `plan` trusts the"
                                + " other form, `" + SUBJECT + ":pull_request`.");
    }

    @Test
    void w07_an_apply_that_may_be_stopped() {
        var applying = job("apply", UBUNTU).with(run("Apply", "cd infra\nterraform -chdir=x apply -auto-approve"));

        assertThat(found(workflow("app", pushTo("main")).with(applying)))
                .containsExactly("W07 The job `apply` applies Terraform, and nothing keeps two of its runs apart.");
        assertThat(found(workflow("app", pushTo("main")).with(applying.withConcurrency(newestOnly(text("infra"))))))
                .containsExactly(
                        "W07 The job `apply` applies Terraform, and a newer run of the group `infra` would stop it halfway.");
        assertThat(found(workflow("app", pushTo("main"))
                        .withConcurrency(newestOnly(text("all")))
                        .with(applying.withConcurrency(waiting("infra")))))
                .containsExactly(
                        "W07 The job `apply` applies Terraform, and a newer run of the group `all` would stop it halfway.");
        assertThat(found(workflow("app", pushTo("main")).with(applying.withConcurrency(waiting("infra")))))
                .isEmpty();
        assertThat(found(app(run("Plan", "terraform plan\n./apply")))).isEmpty();
    }

    @Test
    void w08_a_terraform_that_is_too_old() {
        var setup = use("Set up Terraform", action("hashicorp/setup-terraform"));

        assertThat(found(app(setup.with("terraform_version", "1.10.5"))))
                .containsExactly(
                        "W08 The job `job` sets up Terraform 1.10.5, and the root module `bootstrap` requires `~> 1.11`.",
                        "W08 The job `job` sets up Terraform 1.10.5, and the root module `infra` requires `~> 1.11`.",
                        "W08 The job `job` sets up Terraform 1.10.5, and `password_wo` of `aws_db_instance.shop` is write-only,"
                                + " which came with 1.11.");
        assertThat(found(app(setup))).containsExactly("W08 The job `job` sets up whichever Terraform is newest.");
        assertThat(found(app(setup.with("terraform_version", "1.11.0")))).isEmpty();
        assertThat(found(app(setup.with("terraform_version", "2.0.0")))).hasSize(2);
    }

    @Test
    void terraform_versions_are_compared_as_terraform_does() {
        assertThat(TerraformVersions.allows("~> 1.11", "1.99.0")).isTrue();
        assertThat(TerraformVersions.allows("~> 1.11", "2.0.0")).isFalse();
        assertThat(TerraformVersions.allows("~> 1.11.2", "1.11.9")).isTrue();
        assertThat(TerraformVersions.allows("~> 1.11.2", "1.12.0")).isFalse();
        assertThat(TerraformVersions.allows(">= 1.5, < 1.9, != 1.8.1", "1.8.0")).isTrue();
        assertThat(TerraformVersions.allows(">= 1.5, < 1.9, != 1.8.1", "1.8.1")).isFalse();
        assertThat(TerraformVersions.allows("<= 1.9", "1.9.1")).isFalse();
        assertThat(TerraformVersions.allows("> 1.9", "1.9.0")).isFalse();
        assertThat(TerraformVersions.allows("1.9.0", "1.9")).isTrue();
        assertThat(TerraformVersions.allows("= 1.9.0", "1.10.0")).isFalse();
    }

    @Test
    void w10_a_branch_that_nobody_releases_from() {
        var master = workflow("app", pushTo("master", "release/*"))
                .with(job("test", UBUNTU).with(run("Test", "true")));

        assertThat(found(master))
                .containsExactly(
                        "W10 `app.yml` starts on the branch `master`, and everything is released from `main`.");
        assertThat(found(workflow("app", pushTo("main", "release/*"))
                        .with(job("test", UBUNTU).with(run("Test", "true")))))
                .isEmpty();
    }

    @Test
    void w10_flux_follows_the_same_branch() {
        assertThat(found(REPOSITORY.withDefaultBranch("trunk").workflows()))
                .containsExactly(
                        "W10 The GitRepository `flux-system/platform` follows the branch `main` of `Acme/Platform`, and"
                                + " everything is released from `trunk`.");
    }

    @Test
    void a12_an_image_that_nobody_runs() {
        var build = use("Build", action("docker/build-push-action")).with("push", "true");
        var metadata = use("Name", action("docker/metadata-action"));

        assertThat(found(app(build.with("tags", "ghcr.io/acme/shp:1.0,ghcr.io/acme/shop:1.0"))))
                .containsExactly(
                        "A12 An image is pushed as `ghcr.io/acme/shp`, and no platform runs one of that name. Did you mean `ghcr.io/acme/shop`?");
        assertThat(found(app(build.with("outputs", "type=image,name=ghcr.io/Acme/shop,push=true"))))
                .containsExactly(
                        "A12 An image is pushed as `ghcr.io/Acme/shop`, and no platform runs one of that name. Did you mean `ghcr.io/acme/shop`?");
        assertThat(found(app(metadata.with("images", text("ghcr.io/").and(github("repository"))))))
                .containsExactly(
                        "A12 An image is pushed as `ghcr.io/${{ github.repository }}`: GitHub writes owners in upper and lower case, and a registry takes lower case only.");
        assertThat(found(app(build.with("tags", "ghcr.io/acme/shop:1.0\nghcr.io/acme/shop:latest"))))
                .isEmpty();
    }

    @Test
    void a_check_of_a_users_own_runs_beside_ours() {
        var groundplan = Acme.withoutWorkflows()
                .withWorkflowsCheck(all -> all.workflows().all().stream()
                        .map(workflow -> new Problem("ACME1", "It is.", all.place(workflow), "let it be"))
                        .toList())
                .withWorkflows(stages -> REPOSITORY.workflows().with(app(run("Test", "true"))));
        var thrown = catchThrowableOfType(InvalidPlatformException.class, groundplan::renderWorkflows);

        assertThat(thrown.problems().keySet()).extracting(Problem::id).containsExactly("ACME1");
    }

    private static Workflow app(Step step) {
        return workflow("app", pushTo("main")).with(job("job", UBUNTU).with(step));
    }

    private static StepsJob assuming(String role) {
        return job("job", UBUNTU)
                .withPermissions(Permissions.none().withWrite(Scope.ID_TOKEN))
                .with(use("Assume", action("aws-actions/configure-aws-credentials"))
                        .with("role-to-assume", role));
    }

    private static List<String> found(WorkflowSource... workflows) {
        return found(REPOSITORY.workflows().with(workflows));
    }

    private static List<String> found(Workflows workflows) {
        var groundplan = Acme.withoutWorkflows().withWorkflows(stages -> workflows);
        var thrown = catchThrowableOfType(InvalidPlatformException.class, groundplan::renderWorkflows);
        return thrown == null
                ? List.of()
                : thrown.problems().keySet().stream()
                        .map(problem -> problem.id() + " " + problem.what())
                        .toList();
    }

    private static String message(WorkflowSource workflow) {
        var groundplan = Acme.withoutWorkflows()
                .withWorkflows(stages -> REPOSITORY.workflows().with(workflow));
        return String.valueOf(catchThrowableOfType(InvalidPlatformException.class, groundplan::renderWorkflows)
                .getMessage());
    }
}
