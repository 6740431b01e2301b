package dev.groundplan.secrets;

import static dev.groundplan.terraform.Expressions.number;

import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.random.EphemeralRandomPassword;

/**
 * A password that Terraform makes up and forgets: neither plan nor state ever holds it.
 *
 * <p>Renders to {@code ephemeral.random_password}: 32 letters, digits and {@code - _ . ~}. These four stand for themselves in
 * URLs, in {@code key=value} connection strings, in shells and in YAML, and RDS takes them.
 *
 * <p>Each run makes up another one, and it is only sent where a {@code *_wo_version} changed. What must have the same password
 * must therefore change its version in the same run: the version goes with the password, and all who take it take both.
 *
 * @param terraformName its name in Terraform
 * @param version 1 or more; the next run after a change makes up and sends a new password
 * @see <a href="https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only">Terraform: write-only
 *     arguments</a>
 */
public record GeneratedPassword(String terraformName, int version) {

    private static final int LENGTH = 32;
    private static final String SPECIAL = "-_.~";

    /** Refuses a version below 1 with an {@link IllegalArgumentException}. */
    public GeneratedPassword {
        refuseNoVersion(version);
    }

    static void refuseNoVersion(int version) {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "%s is no version of a secret: the first is 1, and with a higher one than before the next run makes up a new secret."
                            .formatted(version));
        }
    }

    /** Returns the element that makes it up. */
    public EphemeralRandomPassword declaration() {
        return EphemeralRandomPassword.of(terraformName, number(LENGTH))
                .withMinLower(1)
                .withMinNumeric(1)
                .withMinUpper(1)
                .withOverrideSpecial(SPECIAL);
    }

    /** Refers to the password: only write-only attributes take it. */
    public Expression<String> value() {
        return declaration().result();
    }
}
