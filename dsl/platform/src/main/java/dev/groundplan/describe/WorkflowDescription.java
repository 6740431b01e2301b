package dev.groundplan.describe;

import dev.groundplan.github.Workflows;
import java.util.List;

/** The method that describes the workflows of a repository: what they plan, apply, build and release. */
@FunctionalInterface
public interface WorkflowDescription {

    /**
     * Returns the workflows.
     *
     * @param stages the platform in each of its environments, in their order
     */
    Workflows describe(List<Stage> stages) throws Exception;
}
