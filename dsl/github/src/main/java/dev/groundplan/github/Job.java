package dev.groundplan.github;

import java.util.List;

/** A job of a workflow: steps on a machine ({@link StepsJob}), or a call of another workflow ({@link CallJob}). */
public sealed interface Job permits StepsJob, CallJob {

    /** Returns its id within the workflow. */
    String id();

    /** Returns the jobs that must have gone well before it starts. */
    List<Job> needs();

    /** Returns the events that it runs for; all of the workflow's if there is none. */
    List<Event> events();

    /** Returns what its token may do; without any, what the workflow's may. */
    Permissions permissions();

    /** Returns the names of its outputs. */
    List<String> outputs();

    /** Returns every expression that it holds. */
    List<Expression> expressions();

    /**
     * Returns an output of this job, for jobs that come after it: <code>${{ needs.image.outputs.digest }}</code>.
     *
     * @throws IllegalArgumentException if the job has no such output
     */
    default Expression output(String output) {
        if (!outputs().contains(output)) {
            throw Refusal.of(
                    "The job `%s` has no output `%s`: it has %s.",
                    id(), output, outputs().isEmpty() ? "none" : "`" + String.join("`, `", outputs()) + "`");
        }
        return Expression.expression("needs." + id() + ".outputs." + output);
    }

    /** Returns how this job ended, for jobs that come after it: {@code success}, {@code failure}, {@code skipped}. */
    default Expression result() {
        return Expression.expression("needs." + id() + ".result");
    }

    /** The job as the workflow spells it. */
    Object spelt();
}
