package dev.groundplan.state;

import static dev.groundplan.cloudformation.Value.list;
import static dev.groundplan.cloudformation.Value.text;
import static dev.groundplan.cloudformation.Value.texts;

import dev.groundplan.cloudformation.Value;
import dev.groundplan.cloudformation.Value.Fields;
import dev.groundplan.describe.Site;
import dev.groundplan.values.ParameterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What jobs that plan, look for drift and apply may do, besides what AWS's own policies give them. */
final class PipelinePolicies {

    private static final String DECRYPT = "kms:Decrypt";

    /** What Systems Manager encrypts a parameter for. */
    private static final String PARAMETER = "kms:EncryptionContext:PARAMETER_ARN";

    private static final List<String> USE_OF_KEY =
            List.of(DECRYPT, "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey");

    private final Site site;
    private final StateBucket bucket;

    PipelinePolicies(Site site, StateBucket bucket) {
        this.site = site;
        this.bucket = bucket;
    }

    /** Reads the state, locks it, and decrypts nothing besides it and these parameters. */
    Value plan(List<ParameterName> readable) {
        var statements = state();
        if (!readable.isEmpty()) {
            statements.add(parameters("ReadParameters")
                    .with(
                            "Condition",
                            Fields.none()
                                    .with("StringEquals", viaSystemsManager().with(PARAMETER, arns(readable)))));
        }
        statements.add(noOtherSecret(readable));
        statements.add(noSecretOfSecretsManager());
        return Statements.document(statements.toArray(Fields[]::new));
    }

    /** Reads the state, locks it, and decrypts what Systems Manager keeps: the provider does with each parameter it refreshes. */
    Value drift() {
        var statements = state();
        statements.add(parameters("RefreshParameters")
                .with("Condition", Fields.none().with("StringEquals", viaSystemsManager())));
        statements.add(noSecretOfSecretsManager());
        return Statements.document(statements.toArray(Fields[]::new));
    }

    private List<Fields> state() {
        var objects = bucket.arn() + "/" + site.prefix() + "/";
        return new ArrayList<>(List.of(
                Statements.allow("FindState", List.of("s3:ListBucket"), text(bucket.arn())),
                Statements.allow("ReadState", List.of("s3:GetObject"), text(objects + "*")),
                Statements.allow("LockState", List.of("s3:DeleteObject", "s3:PutObject"), text(objects + "*.tflock")),
                Statements.allow("DecryptState", USE_OF_KEY, key())));
    }

    private Fields parameters(String sid) {
        var keys = "arn:%s:kms:%s:%s:key/*".formatted(site.region().partition(), site.region(), site.account());
        return Statements.allow(sid, List.of(DECRYPT), text(keys));
    }

    private Fields viaSystemsManager() {
        var service = "ssm.%s.%s".formatted(site.region(), site.region().domain());
        return Fields.none().with("kms:ViaService", service);
    }

    private Fields noOtherSecret(List<ParameterName> readable) {
        var refusal =
                Statements.statement("ReadNoSecret", "Deny", List.of(DECRYPT)).with("NotResource", list(key()));
        return readable.isEmpty()
                ? refusal
                : refusal.with("Condition", Statements.condition("StringNotEquals", PARAMETER, arns(readable)));
    }

    private Value arns(List<ParameterName> parameters) {
        return texts(parameters.stream().map(site::parameterArn).toList());
    }

    private static Fields noSecretOfSecretsManager() {
        return Statements.deny(
                "ReadNoSecretOfSecretsManager",
                List.of("secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"),
                text("*"));
    }

    /**
     * Makes what the platform's names begin with, and leaves alone what guards the state and the pipelines themselves.
     *
     * @param boundary the ARN of a policy that bounds every role it makes or gives rights to
     */
    Value apply(Optional<String> boundary, String... ownRoles) {
        var statements = new ArrayList<>(List.of(
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
                Statements.deny("KeepThePipelines", rolesChange(), roles(ownRoles))));
        boundary.ifPresent(policy -> statements.addAll(bounds(policy)));
        return Statements.document(statements.toArray(Fields[]::new));
    }

    /** A request that names no boundary is refused as well: what is missing is not equal. */
    private static List<Fields> bounds(String boundary) {
        return List.of(
                Statements.deny(
                                "BoundRoles",
                                List.of(
                                        "iam:AttachRolePolicy",
                                        "iam:CreateRole",
                                        "iam:PutRolePermissionsBoundary",
                                        "iam:PutRolePolicy"),
                                text("*"))
                        .with(
                                "Condition",
                                Statements.condition("StringNotEquals", "iam:PermissionsBoundary", text(boundary))),
                Statements.deny("KeepRolesBound", List.of("iam:DeleteRolePermissionsBoundary"), text("*")),
                Statements.deny(
                        "KeepTheBoundary",
                        List.of(
                                "iam:CreatePolicyVersion",
                                "iam:DeletePolicy",
                                "iam:DeletePolicyVersion",
                                "iam:SetDefaultPolicyVersion"),
                        text(boundary)));
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
