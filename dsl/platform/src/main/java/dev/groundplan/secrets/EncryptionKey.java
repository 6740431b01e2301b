package dev.groundplan.secrets;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsKmsAlias;
import dev.groundplan.terraform.aws.AwsKmsKey;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument.Statement;
import java.util.List;

/**
 * A key that encrypts what one part keeps, and nothing else.
 *
 * <p>Renders to {@code aws_kms_key} that rotates every year and, when it is destroyed, waits 30 days in production and 7
 * elsewhere; to {@code aws_kms_alias}, such as {@code alias/faceit-staging/postgres-orders}; and to the key's policy. The
 * policy leaves it to the account's IAM policies who may use the key: without that sentence nobody could ever change the key
 * again.
 *
 * <p>Parts of your own may have one too.
 *
 * @param owner the part whose key it is; names the key in Terraform and its alias
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">AWS: key policies</a>
 */
public record EncryptionKey(PartId owner) {

    private static final int DAYS_IN_PRODUCTION = 30;
    private static final int DAYS_ELSEWHERE = 7;

    /** Refers to the key's ARN, known once Terraform has applied. */
    public Expression<String> arn() {
        return AwsKmsKey.of(terraformName()).arn();
    }

    /**
     * Returns the key, its alias and its policy.
     *
     * @param more what the key allows besides, such as its use by a service of AWS that no IAM policy speaks for
     */
    public List<Declaration> declarations(Site site, Statement... more) {
        return declarations(site, "Encrypts what the " + owner.kind() + " " + owner.name() + " keeps", List.of(more));
    }

    /** The same, with another description. */
    List<Declaration> declarations(Site site, String description, List<Statement> more) {
        var policy = DataAwsIamPolicyDocument.of(terraformName() + "_key")
                .withStatement(account(site))
                .withStatement(more);
        var key = AwsKmsKey.of(terraformName())
                .withDescription(description)
                .withEnableKeyRotation(true)
                .withDeletionWindowInDays(site.isProduction() ? DAYS_IN_PRODUCTION : DAYS_ELSEWHERE)
                .withPolicy(policy.json());
        var alias = AwsKmsAlias.of(terraformName(), key.keyId())
                .withName("alias/" + site.prefix() + "/" + owner.fileName());
        return List.of(policy, key, alias);
    }

    /**
     * Returns the statement that lets CloudWatch Logs use the key, for these groups of logs alone. CloudWatch speaks to the
     * key in its own name: no IAM policy of the account does.
     *
     * @param groups the name of a log group, such as {@code /aws/eks/faceit-staging/cluster}; {@code *} stands for anything
     */
    public static Statement useByLogs(Site site, String groups) {
        var region = site.region();
        var arn = "arn:%s:logs:%s:%s:log-group:%s".formatted(region.partition(), region, site.account(), groups);
        return Statement.of()
                .withSid("UseByLogs")
                .withPrincipals(
                        Statement.Principals.of(list(text("logs." + region + "." + region.domain())), text("Service")))
                .withActions(List.of(
                        "kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"))
                .withResources(List.of("*"))
                .withCondition(Statement.Condition.of(
                        text("ArnLike"), list(text(arn)), text("kms:EncryptionContext:aws:logs:arn")));
    }

    private static Statement account(Site site) {
        var root = "arn:%s:iam::%s:root".formatted(site.region().partition(), site.account());
        return Statement.of()
                .withSid("AccountDecides")
                .withPrincipals(Statement.Principals.of(list(text(root)), text("AWS")))
                .withActions(List.of("kms:*"))
                .withResources(List.of("*"));
    }

    private String terraformName() {
        return owner.kind().identifier() + "_" + owner.name().identifier();
    }
}
