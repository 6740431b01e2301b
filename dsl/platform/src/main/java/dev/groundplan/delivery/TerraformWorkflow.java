package dev.groundplan.delivery;

import static dev.groundplan.github.Actions.action;
import static dev.groundplan.github.Concurrency.waiting;
import static dev.groundplan.github.Expression.expression;
import static dev.groundplan.github.Expressions.github;
import static dev.groundplan.github.PullRequest.pullRequestTo;
import static dev.groundplan.github.Push.pushTo;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Schedule.at;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.Step.use;
import static dev.groundplan.github.StepsJob.job;

import dev.groundplan.describe.Root;
import dev.groundplan.describe.Stage;
import dev.groundplan.facts.GitHubRole;
import dev.groundplan.github.Event;
import dev.groundplan.github.Job;
import dev.groundplan.github.Permissions;
import dev.groundplan.github.Runner;
import dev.groundplan.github.Schedule;
import dev.groundplan.github.Scope;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowSource;
import dev.groundplan.values.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The workflow {@code terraform.yml}: plans every root module of every environment on pull requests, and applies them on the
 * default branch, infra before bootstrap and staging before production.
 *
 * <ul>
 *   <li>A pull request: a job each validates and plans with the role {@code plan}, against what the state says
 *       ({@code -refresh=false}): that role may not decrypt the secrets that a refresh reads. One comment tells how many things
 *       each would change. Plans never leave the machine: they can hold what nobody should read.
 *   <li>A push to the default branch: a job each plans and applies that very plan with the role {@code apply}, in the
 *       repository's environment of the same name, which can ask people first. It waits for its turn and is never stopped.
 *   <li>A schedule: a job each plans against what stands, with the role {@code drift}, and an issue is opened if that is no longer
 *       what is described.
 * </ul>
 *
 * <p>Roles, accounts and regions come from the platform. Refused is a platform that states no role {@code plan},
 * {@code drift} or {@code apply}.
 */
public final class TerraformWorkflow implements WorkflowSource {

    private static final int APPLY_MINUTES = 90;
    private static final String CHANGED = "changed";
    private static final String SUMMARY = "summary";

    private final GitHubRepository repository;
    private final List<Stage> stages;
    private Version version = new Version("1.15.9");
    private Schedule drift = at("17 5 * * 1-5");
    private Runner runner = UBUNTU;

    private TerraformWorkflow(GitHubRepository repository, List<Stage> stages) {
        this.repository = repository;
        this.stages = Stages.inOrder(stages);
    }

    private TerraformWorkflow(TerraformWorkflow workflow) {
        this(workflow.repository, workflow.stages);
        version = workflow.version;
        drift = workflow.drift;
        runner = workflow.runner;
    }

    /** Returns the workflow for these environments. */
    public static TerraformWorkflow terraformWorkflow(GitHubRepository repository, List<Stage> stages) {
        return new TerraformWorkflow(repository, stages);
    }

    /** Returns this workflow with another Terraform than 1.15.9. */
    public TerraformWorkflow withTerraform(Version other) {
        var copy = new TerraformWorkflow(this);
        copy.version = other;
        return copy;
    }

    /** Returns this workflow looking for drift at other times than 05:17 UTC on working days. */
    public TerraformWorkflow lookingForDrift(Schedule times) {
        var copy = new TerraformWorkflow(this);
        copy.drift = times;
        return copy;
    }

    /**
     * Returns this workflow planning and applying on other machines than GitHub's own: a cluster whose API server only its network
     * reaches needs one inside that network for the root module {@code bootstrap}. The machine needs {@code aws} and {@code bash}.
     */
    public TerraformWorkflow onRunner(Runner machine) {
        var copy = new TerraformWorkflow(this);
        copy.runner = machine;
        return copy;
    }

    @Override
    public Workflow workflow() {
        var plans = new ArrayList<StepsJob>();
        var drifts = new ArrayList<StepsJob>();
        var applies = new ArrayList<Job>();
        for (var stage : stages) {
            for (var root : Stages.roots(stage)) {
                plans.add(plan(stage, root));
                drifts.add(drift(stage, root));
                applies.add(apply(stage, root, applies));
            }
        }
        var branch = repository.defaultBranch();
        return Workflow.workflow(
                        "terraform",
                        pullRequestTo(branch),
                        pushTo(branch).changing("generated/*/terraform/**", ".github/workflows/terraform.yml"),
                        drift)
                .with(plans)
                .with(comment(plans))
                .with(drifts)
                .with(driftIssue(drifts))
                .with(applies);
    }

    private StepsJob plan(Stage stage, Root root) {
        var plan = planStep(
                stage, root, "terraform plan -input=false -lock=false -no-color -refresh=false -detailed-exitcode");
        return planJob("plan-" + name(stage, root), plan)
                .onlyOn(Event.PULL_REQUEST)
                .onlyIf(expression("github.event.pull_request.head.repo.full_name == github.repository"))
                .with(prepared(stage, root, GitHubRole.PLAN))
                .with(run("Validate", "terraform validate -no-color").in(directory(stage, root)), plan);
    }

    private StepsJob drift(Stage stage, Root root) {
        var plan = planStep(stage, root, "terraform plan -input=false -lock=false -no-color -detailed-exitcode");
        return planJob("drift-" + name(stage, root), plan)
                .onlyOn(Event.SCHEDULE)
                .with(prepared(stage, root, GitHubRole.DRIFT))
                .with(plan);
    }

    private StepsJob planJob(String id, Step plan) {
        return job(id, runner)
                .withPermissions(Permissions.readContents().withWrite(Scope.ID_TOKEN))
                .withOutput(SUMMARY, plan.output(SUMMARY))
                .withOutput(CHANGED, plan.output(CHANGED));
    }

    private static Step planStep(Stage stage, Root root, String command) {
        return run("Plan", """
                        status=0
                        %s > "$RUNNER_TEMP/plan.txt" || status=$?
                        if [ "$status" -ne 0 ] && [ "$status" -ne 2 ]; then exit "$status"; fi
                        summary=$(grep -E '^(Plan:|No changes)' "$RUNNER_TEMP/plan.txt" | head -n 1 || true)
                        echo "summary=${summary:-Only outputs change.}" >> "$GITHUB_OUTPUT"
                        if [ "$status" -eq 2 ]; then echo "changed=true" >> "$GITHUB_OUTPUT"; else echo "changed=false" >> "$GITHUB_OUTPUT"; fi
                        """.formatted(command)).withId("plan").in(directory(stage, root));
    }

    private StepsJob apply(Stage stage, Root root, List<Job> before) {
        var environment = stage.site().environment().toString();
        var apply = job("apply-" + name(stage, root), runner)
                .onlyOn(Event.PUSH)
                .inEnvironment(environment)
                .withPermissions(Permissions.readContents().withWrite(Scope.ID_TOKEN))
                .withConcurrency(waiting("terraform-" + name(stage, root)))
                .withTimeout(APPLY_MINUTES)
                .with(prepared(stage, root, GitHubRole.APPLY))
                .with(
                        run("Plan", """
                                        terraform plan -input=false -lock-timeout=5m -no-color -out="$RUNNER_TEMP/plan" > "$RUNNER_TEMP/plan.txt"
                                        grep -E '^(Plan:|No changes)' "$RUNNER_TEMP/plan.txt" >> "$GITHUB_STEP_SUMMARY" || true
                                        """).in(directory(stage, root)),
                        run("Apply", "terraform apply -input=false -lock-timeout=5m -no-color \"$RUNNER_TEMP/plan\"")
                                .in(directory(stage, root)));
        return before.isEmpty() ? apply : apply.after(before.getLast());
    }

    private List<Step> prepared(Stage stage, Root root, String purpose) {
        var role = Stages.role(stage, purpose);
        return List.of(
                Steps.checkOut(),
                use("Set up Terraform", action("hashicorp/setup-terraform"))
                        .with("terraform_version", version.text())
                        .with("terraform_wrapper", "false"),
                use("Assume the role", action("aws-actions/configure-aws-credentials"))
                        .with("role-to-assume", role.arn())
                        .with("aws-region", stage.site().region().code())
                        .with("allowed-account-ids", stage.site().account().digits()),
                run("Initialize", "terraform init -input=false -no-color").in(directory(stage, root)));
    }

    private static StepsJob comment(List<StepsJob> plans) {
        return job("comment", UBUNTU)
                .after(plans.toArray(Job[]::new))
                .onlyOn(Event.PULL_REQUEST)
                .withPermissions(Permissions.none().withWrite(Scope.PULL_REQUESTS))
                .with(withPlans(
                        run("Comment", table(plans) + """
                                        gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --edit-last --create-if-none --body "$table"
                                        """)
                                .withEnv("GH_TOKEN", github("token"))
                                .withEnv("NUMBER", github("event.pull_request.number")),
                        plans));
    }

    private static StepsJob driftIssue(List<StepsJob> plans) {
        var anyChanged = plans.stream()
                .map(plan -> plan.output(CHANGED).isEqualTo("true").text())
                .collect(Collectors.joining(" || "));
        return job("drift", UBUNTU)
                .after(plans.toArray(Job[]::new))
                .onlyOn(Event.SCHEDULE)
                .onlyIf(expression(anyChanged))
                .withPermissions(Permissions.none().withWrite(Scope.ISSUES))
                .with(withPlans(run("Open an issue", table(plans) + """
                                        title="What stands is not what is described"
                                        open=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --search "in:title \\"$title\\"" --json number --jq '.[0].number // empty')
                                        if [ -n "$open" ]; then
                                          gh issue comment "$open" --repo "$GITHUB_REPOSITORY" --body "$table"
                                        else
                                          gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --body "$table"
                                        fi
                                        """).withEnv("GH_TOKEN", github("token")), plans));
    }

    /** Puts together a table of the plans in the variable {@code table}. */
    private static String table(List<StepsJob> plans) {
        return plans.stream()
                        .map(plan -> "| `%s` | %s |\\n".formatted(subject(plan), "%s"))
                        .collect(Collectors.joining(
                                "", "table=$(printf '| root module | plan |\\n| --- | --- |\\n", "'"))
                + plans.stream().map(plan -> " \"$" + variable(plan) + "\"").collect(Collectors.joining("", "", ")\n"));
    }

    private static Step withPlans(Step step, List<StepsJob> plans) {
        var all = step;
        for (var plan : plans) {
            all = all.withEnv(variable(plan), plan.output(SUMMARY));
        }
        return all;
    }

    private static String subject(StepsJob plan) {
        return plan.id().substring(plan.id().indexOf('-') + 1);
    }

    private static String variable(StepsJob plan) {
        return plan.id().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String name(Stage stage, Root root) {
        return root + "-" + stage.site().environment();
    }

    private static String directory(Stage stage, Root root) {
        return "generated/" + stage.site().environment() + "/terraform/" + root;
    }
}
