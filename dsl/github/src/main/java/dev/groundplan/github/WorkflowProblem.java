package dev.groundplan.github;

/**
 * Something in a workflow that GitHub could not run.
 *
 * @param job the job that it is in, or an empty text for the workflow itself
 * @param what one sentence
 * @param mend what to write instead
 */
public record WorkflowProblem(String job, String what, String mend) {}
