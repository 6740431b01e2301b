package dev.groundplan.values;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image: registry, repository, and a tag, a digest or both, such as
 * {@code ghcr.io/acme/test-app:1.4.2@sha256:…}.
 *
 * <p>Refused are references without a registry (they would silently mean Docker Hub), without tag and digest (they
 * would mean {@code latest}), the tag {@code latest} itself, and upper case in the repository.
 */
public record ImageReference(String text) {

    private static final String SEGMENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern GRAMMAR =
            Pattern.compile("(?<registry>(?:[a-z0-9-]+\\.)+[a-z0-9-]+(?::[0-9]{1,5})?|localhost(?::[0-9]{1,5})?)"
                    + "/(?<repository>" + SEGMENT + "(?:/" + SEGMENT + ")*)"
                    + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?"
                    + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public ImageReference {
        var matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.of(
                    "`%s` is no image reference: write registry, repository in lower case, and a tag or a digest,"
                            + " as in image(\"ghcr.io/acme/test-app:1.4.2\").",
                    text);
        }
        refuseMovingTarget(text, matcher);
    }

    /** Returns the digest, such as {@code sha256:…}, where there is one. */
    public Optional<String> digest() {
        return group("digest");
    }

    /** Returns the tag, where there is one. */
    public Optional<String> tag() {
        return group("tag");
    }

    /** Returns registry and repository, without tag and digest. */
    public String name() {
        return group("registry").orElseThrow() + "/" + group("repository").orElseThrow();
    }

    private Optional<String> group(String name) {
        var matcher = GRAMMAR.matcher(text);
        return matcher.matches() ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
    }

    private static void refuseMovingTarget(String text, Matcher parts) {
        boolean pinned = parts.group("digest") != null;
        if (!pinned && (parts.group("tag") == null || parts.group("tag").equals("latest"))) {
            throw Refusal.of(
                    "`%s` names no version: what runs would change without a change here. Write a tag other than"
                            + " `latest`, or a digest, as in image(\"ghcr.io/acme/test-app:1.4.2\").",
                    text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
