package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.Place;
import dev.groundplan.github.Concurrency;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds jobs that apply Terraform without waiting for each other, or that a newer run would stop halfway. */
final class ApplyThatMayBeStopped implements WorkflowsCheck {

    private static final Pattern APPLIES = Pattern.compile("\\bterraform\\b[^\\n|;&]*\\s(apply|destroy)\\b");

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps && applies(steps)) {
                    problem(workflow, steps, workflows.place(workflow, job)).ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private static boolean applies(StepsJob job) {
        return job.steps().stream()
                .flatMap(step -> step.script().stream())
                .anyMatch(script -> APPLIES.matcher(script.literal()).find());
    }

    private static Optional<Problem> problem(Workflow workflow, StepsJob job, Place place) {
        var groups = Stream.concat(job.concurrency().stream(), workflow.concurrency().stream())
                .toList();
        var mend = ".withConcurrency(waiting(\"terraform-<root>-<environment>\")), a group for each state";
        if (groups.isEmpty()) {
            return Optional.of(new Problem(
                    "W07",
                    "The job `%s` applies Terraform, and nothing keeps two of its runs apart.".formatted(job.id()),
                    place,
                    mend));
        }
        return groups.stream()
                .filter(Concurrency::cancels)
                .findFirst()
                .map(group -> new Problem(
                        "W07",
                        "The job `%s` applies Terraform, and a newer run of the group `%s` would stop it halfway."
                                .formatted(job.id(), group.group()),
                        place,
                        mend));
    }
}
