package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import java.util.ArrayList;
import java.util.List;

/** The checks that workflows must pass before anything is written. */
public record WorkflowChecks(List<WorkflowsCheck> checks) {

    /** Keeps a copy of the list. */
    public WorkflowChecks {
        checks = List.copyOf(checks);
    }

    /** Returns every check of Groundplan's own. */
    public static WorkflowChecks all() {
        return new WorkflowChecks(List.of(
                new WorkflowThatCannotRun(),
                new EventNobodyGets(),
                new ActionOutsideTheTable(),
                new PermissionNobodyUses(),
                new RoleThatRefusesTheJob(),
                new ApplyThatMayBeStopped(),
                new TerraformTooOld(),
                new BranchOfNobody(),
                new ImageNobodyRuns(),
                new ClusterOutOfReach()));
    }

    /** Returns these checks and one of the user's own. */
    public WorkflowChecks with(WorkflowsCheck check) {
        var more = new ArrayList<>(checks);
        more.add(check);
        return new WorkflowChecks(more);
    }

    /** Returns all that is wrong with {@code workflows}, in the order of the checks. */
    public List<Problem> find(ExpandedWorkflows workflows) {
        return checks.stream().flatMap(check -> check.find(workflows).stream()).toList();
    }
}
