package dev.groundplan.delivery;

import dev.groundplan.github.Home;
import dev.groundplan.github.Workflows;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository on GitHub, by owner and name, with or without the numbers that GitHub gave to both.
 *
 * <p>Repositories made or renamed from 15 July 2026 on carry these numbers in the subject of the tokens that their workflows
 * get, so that nobody who takes over a freed name takes over its roles too. Write them here exactly if the repository's
 * tokens have them: a role trusts the one form or the other.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub's OpenID Connect reference</a>
 */
public final class GitHubRepository {

    private static final Pattern GRAMMAR = Pattern.compile(
            "(?<owner>[A-Za-z0-9](?:-?[A-Za-z0-9])*(?:_[A-Za-z0-9]+)?)(?:@(?<ownerId>[1-9][0-9]{0,18}))?"
                    + "/(?<name>(?!\\.{1,2}(?:@|$))[A-Za-z0-9._-]{1,100})(?:@(?<nameId>[1-9][0-9]{0,18}))?");
    private static final Pattern BRANCH =
            Pattern.compile("(?!.*(?:\\.\\.|//|/\\.|\\.lock(?:/|$)|\\.$))[A-Za-z0-9_][A-Za-z0-9._/-]{0,200}(?<!/)");
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");
    private static final int LONGEST_OWNER = 39;

    private final String owner;
    private final String name;
    private final String subject;
    private String defaultBranch = "main";

    private GitHubRepository(String owner, String name, String subject) {
        this.owner = owner;
        this.name = name;
        this.subject = subject;
    }

    private GitHubRepository(GitHubRepository repository) {
        this(repository.owner, repository.name, repository.subject);
        defaultBranch = repository.defaultBranch;
    }

    /**
     * Returns the repository written like this.
     *
     * @param text owner and name, in upper and lower case as GitHub shows them: {@code acme/platform}; with the numbers of
     *     both, where the subjects of its tokens have them: {@code acme@9919/platform@1296269}
     * @throws IllegalArgumentException if it is neither of the two forms
     */
    public static GitHubRepository gitHubRepository(String text) {
        var parts = GRAMMAR.matcher(text);
        if (!parts.matches() || !fits(parts)) {
            throw new IllegalArgumentException(
                    ("`%s` is no repository on GitHub: write owner and name, as in gitHubRepository(\"acme/platform\"), or both"
                                    + " with their numbers, as in gitHubRepository(\"acme@9919/platform@1296269\").")
                            .formatted(text));
        }
        return new GitHubRepository(parts.group("owner"), parts.group("name"), text);
    }

    private static boolean fits(Matcher parts) {
        var bothOrNone = (parts.group("ownerId") == null) == (parts.group("nameId") == null);
        return bothOrNone
                && parts.group("owner").length() <= LONGEST_OWNER
                && !parts.group("name").endsWith(".git");
    }

    /**
     * Returns this repository with another branch that everything is released from; without this call {@code main}.
     *
     * @param branch such as {@code trunk}; no pattern
     */
    public GitHubRepository withDefaultBranch(String branch) {
        if (!BRANCH.matcher(branch).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a branch: write letters, digits and `._/-`, as in withDefaultBranch(\"main\")."
                            .formatted(branch));
        }
        var copy = new GitHubRepository(this);
        copy.defaultBranch = branch;
        return copy;
    }

    /** Returns whom it belongs to, as GitHub writes it. */
    public String owner() {
        return owner;
    }

    /** Returns what it is called, without its owner, as GitHub writes it. */
    public String name() {
        return name;
    }

    /** Returns the branch that everything is released from. */
    public String defaultBranch() {
        return defaultBranch;
    }

    /** Returns where people and Git find it, such as {@code https://github.com/acme/platform}. */
    public String url() {
        return "https://github.com/" + this;
    }

    /** Returns owner and name in lower case, as registries of images want them, such as {@code acme/platform}. */
    public String registryPath() {
        return toString().toLowerCase(Locale.ROOT);
    }

    /** Returns owner and name as the subjects of its tokens have them, such as {@code acme@9919/platform@1296269}. */
    public String path() {
        return subject;
    }

    /** Returns no workflow of this repository yet: {@code repository.workflows().with(…)}. */
    public Workflows workflows() {
        return Workflows.workflowsOf(new Home("repo:" + subject, defaultBranch));
    }

    /** Returns the subject of the tokens of workflows that run on pull requests. */
    public String pullRequestSubject() {
        return "repo:" + subject + ":pull_request";
    }

    /** Returns the subject of the tokens of workflows that run on the default branch, outside any environment. */
    public String defaultBranchSubject() {
        return "repo:" + subject + ":ref:refs/heads/" + defaultBranch;
    }

    /**
     * Returns the subject of the tokens of jobs that run in this environment of the repository.
     *
     * @param environment letters, digits and {@code ._-}; no pattern
     */
    public String environmentSubject(String environment) {
        if (!ENVIRONMENT.matcher(environment).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of an environment of a repository: write letters, digits and `._-`, as in environmentSubject(\"production\")."
                            .formatted(environment));
        }
        return "repo:" + subject + ":environment:" + environment;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitHubRepository that
                && subject.equals(that.subject)
                && defaultBranch.equals(that.defaultBranch);
    }

    @Override
    public int hashCode() {
        return subject.hashCode() * 31 + defaultBranch.hashCode();
    }

    /** Returns owner and name as GitHub writes them, such as {@code acme/platform}. */
    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
