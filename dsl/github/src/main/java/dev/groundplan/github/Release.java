package dev.groundplan.github;

import java.util.List;

/**
 * Starts a workflow when a release is published; renders to {@code on.release.types: [published]}.
 *
 * <p>A release that another workflow makes with its {@code GITHUB_TOKEN} starts nothing: call the workflow instead.
 */
public record Release() implements Trigger {

    /** Returns the trigger for published releases. */
    public static Release released() {
        return new Release();
    }

    @Override
    public Event event() {
        return Event.RELEASE;
    }

    @Override
    public Object spelt() {
        return Mapping.empty().with("types", List.of("published"));
    }
}
