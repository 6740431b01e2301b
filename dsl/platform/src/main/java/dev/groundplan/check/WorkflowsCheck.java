package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import java.util.List;

/** A check of all workflows of a repository, beside the platforms that they serve. */
@FunctionalInterface
public interface WorkflowsCheck {

    /** Returns what it finds, in the order of the workflows. */
    List<Problem> find(ExpandedWorkflows workflows);
}
