package dev.groundplan.github;

/** Something that is a workflow, such as one that is put together from a platform. */
@FunctionalInterface
public interface WorkflowSource {

    /** Returns the workflow. */
    Workflow workflow();
}
