package dev.groundplan.state;

import static dev.groundplan.cloudformation.Value.list;
import static dev.groundplan.cloudformation.Value.text;

import dev.groundplan.cloudformation.Value;
import dev.groundplan.cloudformation.Value.Fields;
import dev.groundplan.describe.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What jobs that plan and jobs that apply may do, besides what AWS's own policies give them. */
final class PipelinePolicies {

    private static final List<String> USE_OF_KEY =
            List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey");

    private final Site site;
    private final StateBucket bucket;

    PipelinePolicies(Site site, StateBucket bucket) {
        this.site = site;
        this.bucket = bucket;
    }

    /** Reads the state, locks it, and reads no secret unless said so. */
    Value plan(boolean readsSecrets) {
        var objects = bucket.arn() + "/" + site.prefix() + "/";
        var statements = new ArrayList<Fields>();
        statements.add(Statements.allow("FindState", List.of("s3:ListBucket"), text(bucket.arn())));
        statements.add(Statements.allow("ReadState", List.of("s3:GetObject"), text(objects + "*")));
        statements.add(
                Statements.allow("LockState", List.of("s3:DeleteObject", "s3:PutObject"), text(objects + "*.tflock")));
        statements.add(Statements.allow("DecryptState", USE_OF_KEY, key()));
        statements.add(
                readsSecrets
                        ? parametersReadable()
                        : Statements.statement("ReadNoSecret", "Deny", List.of("kms:Decrypt"))
                                .with("NotResource", list(key())));
        statements.add(Statements.deny(
                "ReadNoSecretOfSecretsManager",
                List.of("secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"),
                text("*")));
        return Statements.document(statements.toArray(Fields[]::new));
    }

    private Fields parametersReadable() {
        var ssm = "ssm.%s.%s".formatted(site.region(), site.region().domain());
        return Statements.allow(
                        "RefreshParameters",
                        List.of("kms:Decrypt"),
                        text("arn:%s:kms:%s:%s:key/*"
                                .formatted(site.region().partition(), site.region(), site.account())))
                .with("Condition", Statements.condition("StringEquals", "kms:ViaService", text(ssm)));
    }

    /** Makes what the platform's names begin with, and leaves alone what guards the state and the pipelines themselves. */
    Value apply(String... ownRoles) {
        return Statements.document(
                Statements.allow("ReadIam", List.of("iam:Get*", "iam:List*"), text("*")),
                Statements.allow(
                        "ManageOwnRoles",
                        List.of("iam:*"),
                        named("role"),
                        named("role", "-*"),
                        named("policy", "-*"),
                        named("instance-profile", "-*")),
                Statements.allow(
                        "ManageIdentitiesOfClusters",
                        List.of("iam:*OpenIDConnectProvider*"),
                        text("arn:%s:iam::%s:oidc-provider/oidc.eks.%s.%s/id/*"
                                .formatted(
                                        site.region().partition(),
                                        site.account(),
                                        site.region(),
                                        site.region().domain()))),
                Statements.deny("KeepTheBucket", guards(), text(bucket.arn()), text(bucket.arn() + "/*")),
                Statements.deny(
                        "KeepTheKey",
                        List.of("kms:DeleteAlias", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"),
                        key()),
                Statements.deny("KeepThePipelines", rolesChange(), roles(ownRoles)));
    }

    private static List<String> guards() {
        return List.of(
                "s3:DeleteBucket",
                "s3:DeleteBucketPolicy",
                "s3:DeleteObjectVersion",
                "s3:PutBucketPolicy",
                "s3:PutBucketPublicAccessBlock",
                "s3:PutBucketVersioning",
                "s3:PutEncryptionConfiguration",
                "s3:PutLifecycleConfiguration");
    }

    private static List<String> rolesChange() {
        return List.of(
                "iam:AttachRolePolicy",
                "iam:DeleteRole",
                "iam:DeleteRolePermissionsBoundary",
                "iam:DeleteRolePolicy",
                "iam:DetachRolePolicy",
                "iam:PutRolePermissionsBoundary",
                "iam:PutRolePolicy",
                "iam:UpdateAssumeRolePolicy",
                "iam:UpdateRole");
    }

    private Value[] roles(String... names) {
        return Stream.of(names).map(name -> text(site.roleArn(name))).toArray(Value[]::new);
    }

    private Value named(String kind) {
        return named(kind, "");
    }

    private Value named(String kind, String more) {
        return text("arn:%s:iam::%s:%s/%s%s"
                .formatted(site.region().partition(), site.account(), kind, site.prefix(), more));
    }

    private Value key() {
        return bucket.key().attribute("Arn");
    }
}
