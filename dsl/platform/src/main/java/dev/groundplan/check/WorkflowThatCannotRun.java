package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.Place;
import dev.groundplan.github.CallJob;
import dev.groundplan.github.Level;
import dev.groundplan.github.Scope;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowProblem;
import java.util.ArrayList;
import java.util.List;

/** Finds workflows that GitHub could not run: references to nothing, calls of workflows that are not there. */
final class WorkflowThatCannotRun implements WorkflowsCheck {

    private static final String ID = "W01";

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var problem : workflow.problems()) {
                problems.add(new Problem(ID, problem.what(), place(workflows, workflow, problem), problem.mend()));
            }
            for (var job : workflow.jobs()) {
                if (job instanceof CallJob call) {
                    problems.addAll(problems(workflows, call, workflows.place(workflow, job)));
                }
            }
        }
        return problems;
    }

    private static Place place(ExpandedWorkflows workflows, Workflow workflow, WorkflowProblem problem) {
        return workflow.jobs().stream()
                .filter(job -> job.id().equals(problem.job()))
                .findFirst()
                .map(job -> workflows.place(workflow, job))
                .orElse(workflows.place(workflow));
    }

    private static List<Problem> problems(ExpandedWorkflows workflows, CallJob call, Place place) {
        var called = call.called();
        var problems = new ArrayList<Problem>();
        if (workflows.workflows().all().stream().noneMatch(other -> other.file().equals(called.file()))) {
            problems.add(new Problem(
                    ID,
                    "The job `%s` calls `%s`, and that workflow is not among the workflows."
                            .formatted(call.id(), called.file()),
                    place,
                    "hand it over as well: .with(%s, …)".formatted(called.name())));
        }
        for (var job : called.jobs()) {
            job.permissions().levels().forEach((scope, level) -> {
                if (!grants(call, scope, level)) {
                    problems.add(new Problem(
                            ID,
                            "The job `%s` may not `%s: %s`, and the job `%s` of `%s` asks for it: GitHub would not start it."
                                    .formatted(call.id(), scope, level, job.id(), called.file()),
                            place,
                            "leave withPermissions(…) out: a call grants what the called workflow asks for"));
                }
            });
        }
        return problems;
    }

    private static boolean grants(CallJob call, Scope scope, Level level) {
        return call.permissions().mayWrite(scope)
                || call.permissions().level(scope).filter(level::equals).isPresent();
    }
}
