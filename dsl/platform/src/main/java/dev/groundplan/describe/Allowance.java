package dev.groundplan.describe;

import java.util.regex.Pattern;

/**
 * A finding of a check that is meant to be so.
 *
 * @param check the check's id, such as {@code T13}
 * @param part where it stands
 * @param reason why it is meant to be so
 * @param line where that was said
 */
public record Allowance(String check, PartId part, String reason, SourceLine line) {

    private static final Pattern ID = Pattern.compile("[A-Z]+[0-9]+");

    /** What these find could not be written, or would not be read by Terraform. */
    private static final Pattern NEVER = Pattern.compile("[PR][0-9]+|K01|K41");

    /** Refuses what is no id, checks whose findings nobody can allow, and a blank reason. */
    public Allowance {
        if (!ID.matcher(check).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no id of a check: write it as the finding does, as in .allowing(\"T13\", cluster, \"…\")."
                            .formatted(check));
        }
        if (NEVER.matcher(check).matches()) {
            throw new IllegalArgumentException(
                    "`%s` can't be allowed: what it finds could not be written. Mend the finding, docs/checks/%s.md says how."
                            .formatted(check, check));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "The finding `%s` of the %s is allowed without a reason: say why it is meant to be so."
                            .formatted(check, part));
        }
    }
}
