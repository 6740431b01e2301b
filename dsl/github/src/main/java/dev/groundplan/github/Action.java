package dev.groundplan.github;

import java.util.regex.Pattern;

/**
 * A published action, pinned to a commit: a tag can be moved to other code, a commit cannot.
 *
 * <p>Renders to {@code uses: actions/checkout@<commit> # v7.0.1}.
 *
 * @param name owner and repository, and a path where the action is not at the root: {@code actions/checkout}
 * @param version the release that the commit is of, for people: {@code v7.0.1}
 * @param commit the whole commit, 40 lower-case hexadecimal digits
 * @see <a href="https://docs.github.com/en/actions/reference/security/secure-use">Secure use reference</a>
 */
public record Action(String name, String version, String commit) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)+");
    private static final Pattern VERSION = Pattern.compile("v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** Refuses a tag or a short hash in place of the commit, and anything that is no name or version. */
    public Action {
        Refusal.matching(NAME, name, "name of an action", "write owner and repository, as in \"actions/checkout\".");
        Refusal.matching(VERSION, version, "version of an action", "write the release, as in \"v7.0.1\".");
        Refusal.matching(
                COMMIT,
                commit,
                "commit",
                "a tag can be moved; write all 40 hexadecimal digits of the commit that `git ls-remote` shows for %s of %s."
                        .formatted(version, name));
    }

    /** Returns what stands behind {@code uses:}, without the comment. */
    public String reference() {
        return name + "@" + commit;
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
