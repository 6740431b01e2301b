package dev.groundplan.github;

import java.util.List;

/**
 * Starts a workflow when a pull request is opened, reopened or gets new commits; renders to {@code on.pull_request}.
 *
 * <p>There is no {@code pull_request_target}: it runs the code of strangers with the rights of the repository.
 *
 * @param branches patterns of branches that it wants to be merged into
 * @param paths patterns of files, of which it must change one
 */
public record PullRequest(List<String> branches, List<String> paths) implements Trigger {

    /** Keeps copies of the lists. */
    public PullRequest {
        branches = List.copyOf(branches);
        paths = List.copyOf(paths);
    }

    /** Returns the trigger for pull requests into one of these branches. */
    public static PullRequest pullRequestTo(String... branches) {
        return new PullRequest(Patterns.plus(List.of(), "branch", branches), List.of());
    }

    /** Returns this trigger only for pull requests that change one of these files. */
    public PullRequest changing(String... more) {
        return new PullRequest(branches, Patterns.plus(paths, "path", more));
    }

    @Override
    public Event event() {
        return Event.PULL_REQUEST;
    }

    @Override
    public Object spelt() {
        return Mapping.empty().withAny("branches", branches).withAny("paths", paths);
    }
}
