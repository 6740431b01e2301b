package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.Name;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A role of IAM that people or pipelines take on, and that is made elsewhere.
 *
 * @param label what it is called here: names the elements that render for it
 * @param path its path and name in the platform's account, empty when {@code arn} says which it is
 * @param arn its ARN, where it is in another account or known only once Terraform has applied
 * @param isComposed whether {@code path} is its name inside the platform, and the account has platform and environment before it
 */
public record IamRole(String label, String path, Optional<Expression<String>> arn, boolean isComposed) {

    private static final Pattern GRAMMAR = Pattern.compile("(?!arn:)([!-.0-~]+/)*[A-Za-z0-9_+=,.@-]{1,64}");

    /**
     * Returns the role of this name in the account that the platform stands in.
     *
     * @param name its name, such as {@code platform-admins}, with its path before it if it has one, such as
     *     {@code aws-reserved/sso.amazonaws.com/eu-west-2/AWSReservedSSO_Admins_0123456789abcdef}
     * @throws IllegalArgumentException if it is no role name
     */
    public static IamRole iamRole(String name) {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    ("`%s` is no name of an IAM role: write at most 64 letters, digits and `_+=,.@-`, with the path before it"
                                    + " if it has one, as in iamRole(\"platform-admins\"); for an ARN, iamRole(\"platform-admins\", text(\"arn:…\")).")
                            .formatted(name));
        }
        return new IamRole(name.substring(name.lastIndexOf('/') + 1), name, Optional.empty(), false);
    }

    /**
     * Returns the role with this ARN: one of another account, or one that the same Terraform makes.
     *
     * @param label what it is called here, as {@link Name} has it
     */
    public static IamRole iamRole(String label, Expression<String> arn) {
        return new IamRole(new Name(label).text(), "", Optional.of(arn), false);
    }

    /**
     * Returns a role that a part makes, called {@code <platform>-<environment>-<name>}: known by name, wherever it is made.
     *
     * @param name what it is called inside the platform
     */
    public static IamRole composedRole(Name name) {
        return new IamRole(name.text(), name.text(), Optional.empty(), true);
    }

    /** Returns its ARN on this site. */
    public Expression<String> arn(Site site) {
        return arn.orElseGet(() -> text(site.roleArn(isComposed ? site.unique(new Name(path)) : path)));
    }

    String identifier() {
        return label.replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label;
    }
}
