package dev.groundplan.github;

import java.util.Locale;

/** The events that start workflows, and the values that {@code github.event_name} has. */
public enum Event {
    /** Commits or tags were pushed. */
    PUSH,
    /** A pull request was opened or got new commits. */
    PULL_REQUEST,
    /** A release was published or changed. */
    RELEASE,
    /** A time has come. */
    SCHEDULE,
    /** Another workflow called; {@code github.event_name} is then the caller's. */
    WORKFLOW_CALL,
    /** A person or a program asked for it. */
    WORKFLOW_DISPATCH;

    /** The event as a workflow spells it, such as {@code pull_request}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
