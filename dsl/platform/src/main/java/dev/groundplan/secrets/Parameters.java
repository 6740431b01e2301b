package dev.groundplan.secrets;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Value;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsSsmParameter;
import dev.groundplan.values.ParameterName;

/** Makes single parameters of Parameter Store, for parts that keep something in a {@link ParameterStore}. */
public final class Parameters {

    private Parameters() {}

    /**
     * Returns a parameter that keeps a text which anybody may see: type {@code String}, its {@code insecure_value} is shown in
     * the plan.
     *
     * @param terraformName its name in Terraform
     */
    public static AwsSsmParameter plain(String terraformName, ParameterName parameter, Value<String> value) {
        return AwsSsmParameter.of(terraformName, text(parameter.path()), text("String"))
                .withInsecureValue(value.expression());
    }

    /**
     * Returns a parameter that keeps a password: type {@code SecureString}, written through {@code value_wo}, so that neither
     * plan nor state has it.
     *
     * @param terraformName its name in Terraform
     * @param keyArn the key that encrypts it, {@link ParameterStore#keyArn}
     */
    public static AwsSsmParameter secure(
            String terraformName, ParameterName parameter, Expression<String> keyArn, GeneratedPassword password) {
        return AwsSsmParameter.of(terraformName, text(parameter.path()), text("SecureString"))
                .withKeyId(keyArn)
                .withValueWo(password.value())
                .withValueWoVersion(password.version());
    }
}
