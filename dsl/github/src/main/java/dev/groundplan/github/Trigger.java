package dev.groundplan.github;

/**
 * What starts a workflow: one entry of {@code on}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events</a>
 */
public sealed interface Trigger permits Push, PullRequest, Release, Schedule, WorkflowCall, WorkflowDispatch {

    /** Returns the event that starts it. */
    Event event();

    /** What stands below the event's name; empty if nothing does. */
    Object spelt();
}
