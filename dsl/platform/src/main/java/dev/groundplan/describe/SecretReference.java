package dev.groundplan.describe;

import dev.groundplan.terraform.Expression;
import dev.groundplan.values.ParameterName;

/**
 * Where a secret is kept. Its value has no type here: nothing that is rendered, planned or stored by Terraform holds it.
 *
 * <p>Given to an environment variable it emits the right to read this one parameter, the store, the ExternalSecret and
 * the {@code secretKeyRef}. Where a text is needed it does not compile; pressed into one by concatenation it is
 * refused when the platform is checked.
 *
 * @param keptBy the part that writes it
 * @param parameter the full name of the parameter that keeps it
 * @param keyArn the ARN of the KMS key that it is encrypted with
 */
public record SecretReference(Part keptBy, ParameterName parameter, Expression<String> keyArn) {

    /** Returns a mark that names the parameter: a check finds it wherever it was used as a text. */
    @Override
    public String toString() {
        return "secret(" + parameter + ")";
    }
}
