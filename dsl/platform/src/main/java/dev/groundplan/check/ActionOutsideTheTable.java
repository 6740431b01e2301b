package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.Place;
import dev.groundplan.github.Action;
import dev.groundplan.github.Actions;
import dev.groundplan.github.StepsJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds actions that the table of actions does not have, or has at another commit. */
final class ActionOutsideTheTable implements WorkflowsCheck {

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps) {
                    steps.steps().stream()
                            .flatMap(step -> step.action().stream())
                            .distinct()
                            .flatMap(action ->
                                    problem(workflows.workflows().actions(), action, workflows.place(workflow, job))
                                            .stream())
                            .forEach(problems::add);
                }
            }
        }
        return problems;
    }

    private static Optional<Problem> problem(Actions table, Action action, Place place) {
        var known = table.find(action.name());
        if (known.filter(action::equals).isPresent()) {
            return Optional.empty();
        }
        var what = known.map(other -> "The action `%s` is used at `%s`, and the table of actions has it at `%s` (%s)."
                        .formatted(action.name(), action.commit(), other.commit(), other.version()))
                .orElse("The action `%s` is not in the table of actions.".formatted(action));
        return Optional.of(new Problem(
                "W03",
                what,
                place,
                known.isPresent()
                        ? "take it from the table, Actions.action(\"%s\"), or move all to one commit: workflows.allowing(new Action(…))"
                                .formatted(action.name())
                        : "read its source at that commit, and allow it: workflows.allowing(new Action(\"%s\", \"%s\", \"%s\"))"
                                .formatted(action.name(), action.version(), action.commit())));
    }
}
