package dev.groundplan.terraform;

import java.util.regex.Pattern;

/**
 * Which versions will do, such as {@code >= 1.11, < 2.0} or {@code ~> 6.66}.
 *
 * @param text versions with {@code =}, {@code !=}, {@code >}, {@code >=}, {@code <}, {@code <=}, {@code ~>} or nothing before
 *     each, separated by commas, all of which must hold
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/version-constraints">version constraints</a>
 */
public record VersionConstraint(String text) {

    private static final String ONE =
            "\\s*(=|!=|>|>=|<|<=|~>)?\\s*\\d+(\\.\\d+){0,2}(-[0-9A-Za-z]+(\\.[0-9A-Za-z]+)*)?\\s*";

    private static final Pattern GRAMMAR = Pattern.compile(ONE + "(," + ONE + ")*");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is no version constraint
     */
    public VersionConstraint {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException("`" + text
                    + "` is no version constraint: it is a version of one to three numbers with =, !=, >, >=, <, <=, ~> or"
                    + " nothing before it, several separated by commas; write it like `>= 1.11, < 2.0`");
        }
    }

    /** Returns the constraint. */
    public static VersionConstraint of(String text) {
        return new VersionConstraint(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
