package dev.groundplan.values;

import java.util.regex.Pattern;

/**
 * The name of a part: lower-case letters, digits and single hyphens, first a letter, at most 40 characters.
 *
 * <p>What is composed from it (a role, a cluster, a file, an address in Terraform) is then a name in every one of these
 * worlds.
 */
public record Name(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public Name {
        Refusal.matching(
                GRAMMAR,
                text,
                "name",
                "write lower-case letters, digits and single hyphens, first a letter, as in \"test-app\".");
        if (text.length() > 40) {
            throw Refusal.of("`%s` is %d characters long, and a name has at most 40.", text, text.length());
        }
    }

    /** Returns the name as a Terraform identifier: with {@code _} for {@code -}. */
    public String identifier() {
        return text.replace('-', '_');
    }

    @Override
    public String toString() {
        return text;
    }
}
