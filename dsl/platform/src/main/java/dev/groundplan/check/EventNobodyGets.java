package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.github.Expression;
import dev.groundplan.github.PullRequest;
import dev.groundplan.github.Push;
import dev.groundplan.github.Release;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Text;
import dev.groundplan.github.Trigger;
import dev.groundplan.github.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds workflows that wait for what another job does with GITHUB_TOKEN: nothing starts on that. */
final class EventNobodyGets implements WorkflowsCheck {

    private static final List<String> VARIABLES = List.of("GH_TOKEN", "GITHUB_TOKEN");
    private static final List<Maker> MAKERS = List.of(
            new Maker("a release", "gh release create", EventNobodyGets::waitsForReleases),
            new Maker("a release", "softprops/action-gh-release", EventNobodyGets::waitsForReleases),
            new Maker("a release", "actions/create-release", EventNobodyGets::waitsForReleases),
            new Maker("a release", "ncipollo/release-action", EventNobodyGets::waitsForReleases),
            new Maker("a pull request", "gh pr create", PullRequest.class::isInstance),
            new Maker("a pull request", "peter-evans/create-pull-request", PullRequest.class::isInstance));

    /** What makes something, by a piece of a script or the name of an action, and which triggers wait for it. */
    private record Maker(String what, String by, Predicate<Trigger> waits) {

        boolean isIn(Step step) {
            return step.uses(by)
                    || step.script()
                            .filter(script -> script.literal().contains(by))
                            .isPresent();
        }
    }

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps) {
                    problems.addAll(problems(workflows, workflow, steps));
                }
            }
        }
        return problems;
    }

    private static List<Problem> problems(ExpandedWorkflows workflows, Workflow workflow, StepsJob job) {
        return job.steps().stream()
                .filter(step -> usesItsOwnToken(workflow, job, step))
                .flatMap(step -> MAKERS.stream().filter(maker -> maker.isIn(step)))
                .distinct()
                .flatMap(maker -> waiting(workflows, maker)
                        .map(waiting -> new Problem(
                                "W02",
                                "The job `%s` makes %s with GITHUB_TOKEN, and `%s` waits for one: nothing starts on what that token does."
                                        .formatted(job.id(), maker.what(), waiting.file()),
                                workflows.place(workflow, job),
                                "call `%s` as a job: give it onCall(…), and this workflow call(\"%s\", …); or use the token of a GitHub App"
                                        .formatted(waiting.file(), waiting.name()))))
                .toList();
    }

    private static Stream<Workflow> waiting(ExpandedWorkflows workflows, Maker maker) {
        return workflows.workflows().all().stream()
                .filter(workflow -> workflow.triggers().stream().anyMatch(maker.waits()));
    }

    private static boolean waitsForReleases(Trigger trigger) {
        return trigger instanceof Release
                || (trigger instanceof Push push && !push.tags().isEmpty());
    }

    private static boolean usesItsOwnToken(Workflow workflow, StepsJob job, Step step) {
        if (step.action().isPresent()) {
            return Optional.ofNullable(step.inputs().get("token"))
                    .map(EventNobodyGets::isOwnToken)
                    .orElse(true);
        }
        return Stream.of(step.env(), job.env(), workflow.env())
                .flatMap(env -> VARIABLES.stream().filter(env::containsKey).map(env::get))
                .findFirst()
                .filter(EventNobodyGets::isOwnToken)
                .isPresent();
    }

    private static boolean isOwnToken(Text token) {
        return token.expressions().stream()
                .map(Expression::text)
                .anyMatch(text -> text.equals("github.token") || text.equals("secrets.GITHUB_TOKEN"));
    }
}
