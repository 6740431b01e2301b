package dev.groundplan.values;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The full name of a parameter in Parameter Store: a path such as {@code /faceit/orders/password}.
 *
 * <p>It begins with {@code /}, has at most 15 levels of letters, digits and {@code _ . -}, at most 900 characters (with
 * the ARN in front AWS allows 1011), and its first level does not begin with {@code aws} or {@code ssm}.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html">AWS:
 *     parameter names</a>
 */
public record ParameterName(String path) {

    private static final Pattern GRAMMAR = Pattern.compile("(/[A-Za-z0-9_.-]+){1,15}");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public ParameterName {
        Refusal.matching(
                GRAMMAR,
                path,
                "parameter name",
                "write 1 to 15 levels of letters, digits and `_.-`, each after a `/`, as in \"/faceit/orders\".");
        Refusal.between(1, path.length(), 900, "length of a parameter name", "shorten `" + path + "`.");
        var first = path.substring(1).toLowerCase(Locale.ROOT);
        if (first.startsWith("aws") || first.startsWith("ssm")) {
            throw Refusal.of(
                    "`%s` is no parameter name: AWS keeps names that begin with `aws` or `ssm` for itself.", path);
        }
    }

    /** Returns the name one level further down. */
    public ParameterName child(String level) {
        return new ParameterName(path + "/" + level);
    }

    @Override
    public String toString() {
        return path;
    }
}
