package dev.groundplan.values;

import java.util.regex.Pattern;

/**
 * The number of an AWS account: exactly 12 digits, leading zeros included.
 *
 * <p>Renders to {@code provider.aws.allowed_account_ids} and into every ARN.
 */
public record AccountId(String digits) {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9]{12}");

    /** Refuses anything but 12 digits with an {@link IllegalArgumentException}. */
    public AccountId {
        digits = Refusal.matching(
                GRAMMAR, digits, "AWS account id", "it has exactly 12 digits, as in account(\"111122223333\").");
    }

    @Override
    public String toString() {
        return digits;
    }
}
