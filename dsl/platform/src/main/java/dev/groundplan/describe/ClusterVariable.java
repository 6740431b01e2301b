package dev.groundplan.describe;

import dev.groundplan.terraform.Expression;
import java.util.regex.Pattern;

/**
 * A text that only Terraform knows, once it has applied, in a Kubernetes object: an id that AWS gives, say.
 *
 * <p>Renders to a key of the ConfigMap {@code cluster-vars}, which Terraform writes, and to {@code ${key}} where it is used,
 * which Flux replaces; both ends come from this one value. Say it with {@code elements.with(variable)} and use
 * {@link #reference} inside any text of an object, but for names, labels and keys.
 *
 * @param key letters, digits and {@code _}, first no digit
 * @param value what Terraform knows, in the root module {@code infra}
 */
public record ClusterVariable(String key, Expression<String> value) implements Fact {

    /** These two can stand in no text of a user's: Unicode keeps them for the inside of programs. */
    private static final char BEFORE = '\uFDD0';

    private static final char AFTER = '\uFDD1';
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Matches every {@link #reference} in a text; the group {@code key} is the variable's. */
    public static final Pattern REFERENCE = Pattern.compile(BEFORE + "(?<key>" + KEY.pattern() + ")" + AFTER);

    /** Refuses other keys with an {@link IllegalArgumentException}. */
    public ClusterVariable {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no key of a cluster variable: write letters, digits and `_`, first no digit, as in \"vpc_id\"."
                            .formatted(key));
        }
    }

    /** Returns the mark that stands for the value in a text of a Kubernetes object. */
    public String reference() {
        return BEFORE + key + AFTER;
    }
}
