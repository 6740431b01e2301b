package dev.groundplan.github;

import java.util.Locale;

/**
 * What a job's token may be allowed to touch.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions">permissions</a>
 */
public enum Scope {
    /** Workflow runs and their artifacts. */
    ACTIONS,
    /** Storage records of what was built. */
    ARTIFACT_METADATA,
    /** Signed statements of how something was built. */
    ATTESTATIONS,
    /** Check runs. */
    CHECKS,
    /** Commits, branches, tags, releases. */
    CONTENTS,
    /** Deployments. */
    DEPLOYMENTS,
    /** Discussions. */
    DISCUSSIONS,
    /** The token by which a cloud knows the job: it can only be written. */
    ID_TOKEN,
    /** Issues. */
    ISSUES,
    /** Packages, and so images of ghcr.io. */
    PACKAGES,
    /** Pages. */
    PAGES,
    /** Pull requests. */
    PULL_REQUESTS,
    /** Findings of code scanning. */
    SECURITY_EVENTS,
    /** Commit statuses. */
    STATUSES;

    /** The scope as a workflow spells it, such as {@code id-token}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
