package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.facts.GitHubRole;
import dev.groundplan.files.NearestName;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Text;
import dev.groundplan.github.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds jobs that assume a role which no platform has, or which does not trust them. */
final class RoleThatRefusesTheJob implements WorkflowsCheck {

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps) {
                    arns(steps).forEach(arn -> problems.addAll(problems(workflows, workflow, steps, arn)));
                }
            }
        }
        return problems;
    }

    private static Stream<String> arns(StepsJob job) {
        return job.steps().stream()
                .map(Step::inputs)
                .flatMap(inputs -> Optional.ofNullable(inputs.get("role-to-assume")).stream())
                .filter(Text::isLiteral)
                .map(Text::literal);
    }

    private static List<Problem> problems(ExpandedWorkflows workflows, Workflow workflow, StepsJob job, String arn) {
        var roles = workflows.platforms().values().stream()
                .flatMap(platform -> platform.facts(GitHubRole.class).stream())
                .toList();
        var role = roles.stream().filter(known -> known.arn().equals(arn)).findFirst();
        if (role.isEmpty()) {
            return List.of(new Problem(
                    "W05",
                    "The job `%s` assumes the role `%s`, and no platform has it.%s"
                            .formatted(
                                    job.id(),
                                    arn,
                                    NearestName.question(
                                            arn,
                                            roles.stream().map(GitHubRole::arn).toList())),
                    workflows.place(workflow, job),
                    "take the ARN from the platform: stage.elements().facts(GitHubRole.class)"));
        }
        return Subjects.of(workflows.workflows(), workflow, job).stream()
                .filter(subject -> !role.get().subjects().contains(subject))
                .map(subject -> problem(workflows, workflow, job, role.get(), subject))
                .toList();
    }

    private static Problem problem(
            ExpandedWorkflows workflows, Workflow workflow, StepsJob job, GitHubRole role, String subject) {
        var home = workflows.workflows().home();
        var otherForm = role.subjects().stream()
                .filter(trusted ->
                        trusted.endsWith(subject.substring(home.subject().length())))
                .filter(trusted -> Subjects.withoutNumbers(trusted).equals(Subjects.withoutNumbers(subject)))
                .findFirst();
        var place = workflows.place(workflow, job);
        if (otherForm.isPresent()) {
            return new Problem(
                    "W09",
                    "The job `%s` presents `%s`, and the role `%s` trusts the other form, `%s`."
                            .formatted(job.id(), subject, role.name(), otherForm.get()),
                    place,
                    "make the role and the workflows from one gitHubRepository(…)");
        }
        return new Problem(
                "W05",
                "The job `%s` presents `%s`, and the role `%s` does not trust it: it trusts `%s`."
                        .formatted(job.id(), subject, role.name(), String.join("`, `", role.subjects())),
                place,
                "let the role trust that subject, or run the job only where the role does: .onlyOn(…), .inEnvironment(…)");
    }
}
