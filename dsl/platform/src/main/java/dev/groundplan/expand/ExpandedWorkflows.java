package dev.groundplan.expand;

import dev.groundplan.describe.Environment;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.github.Job;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.Workflows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The workflows of a repository beside the platforms that they serve.
 *
 * @param workflows what was described
 * @param platforms the platform in each of its environments
 * @param line where the workflows were handed over
 */
public record ExpandedWorkflows(
        Workflows workflows, SequencedMap<Environment, ExpandedPlatform> platforms, SourceLine line) {

    /** Keeps a copy of the map. */
    public ExpandedWorkflows {
        platforms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(platforms));
    }

    /** Returns the place of a workflow. */
    public Place place(Workflow workflow) {
        return new Place(List.of("workflow `" + workflow.file() + "`"), line);
    }

    /** Returns the place of a job. */
    public Place place(Workflow workflow, Job job) {
        return place(workflow).down("job `" + job.id() + "`", line);
    }
}
