package dev.groundplan.github;

import java.util.regex.Pattern;

/**
 * The repository that workflows belong to, as far as they show it.
 *
 * @param subject how the tokens of its jobs begin: {@code repo:acme/platform}, or with the numbers of both
 *     {@code repo:acme@9919/platform@1296269}
 * @param defaultBranch the branch that everything is released from
 */
public record Home(String subject, String defaultBranch) {

    private static final Pattern SUBJECT = Pattern.compile("repo:[A-Za-z0-9_-]+(@[0-9]+)?/[A-Za-z0-9._-]+(@[0-9]+)?");

    /** Refuses a subject that no repository has. */
    public Home {
        Refusal.matching(
                SUBJECT,
                subject,
                "beginning of a repository's subjects",
                "write owner and name behind `repo:`, as in \"repo:acme/platform\".");
        Refusal.plain(defaultBranch, "branch");
    }

    /** Returns the subject of a job on the default branch, outside any environment. */
    public String ofDefaultBranch() {
        return ofBranch(defaultBranch);
    }

    /** Returns the subject of a job on a branch, outside any environment. */
    public String ofBranch(String branch) {
        return subject + ":ref:refs/heads/" + branch;
    }

    /** Returns the subject of a job on a pull request, outside any environment. */
    public String ofPullRequest() {
        return subject + ":pull_request";
    }

    /** Returns the subject of a job in an environment. */
    public String ofEnvironment(String environment) {
        return subject + ":environment:" + environment;
    }
}
