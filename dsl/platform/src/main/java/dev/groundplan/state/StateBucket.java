package dev.groundplan.state;

import static dev.groundplan.cloudformation.Value.joined;
import static dev.groundplan.cloudformation.Value.list;
import static dev.groundplan.cloudformation.Value.text;

import dev.groundplan.cloudformation.Resource;
import dev.groundplan.cloudformation.Value;
import dev.groundplan.cloudformation.Value.Fields;
import dev.groundplan.cloudformation.Value.Text;
import dev.groundplan.describe.Site;
import java.util.List;

/** The bucket that keeps the state: private, encrypted with a key of its own, every version kept for a while; and the key. */
final class StateBucket {

    private static final long VERSIONS = 20;
    private static final long DAYS_OF_VERSIONS = 90;
    private static final long DAYS_OF_UPLOADS = 7;
    private static final long DAYS_UNTIL_KEY_IS_GONE = 30;

    private final Site site;
    private final String alias;

    StateBucket(Site site) {
        this.site = site;
        alias = "alias/" + site.prefix() + "-terraform-state";
    }

    List<Resource> resources() {
        return List.of(key(), alias(), bucket(), policy());
    }

    String aliasArn() {
        return "arn:%s:kms:%s:%s:%s".formatted(site.region().partition(), site.region(), site.account(), alias);
    }

    String arn() {
        return "arn:%s:s3:::%s".formatted(site.region().partition(), site.stateBucket());
    }

    Resource key() {
        var account = "arn:%s:iam::%s:root".formatted(site.region().partition(), site.account());
        var administered = Statements.statement("LetPoliciesOfTheAccountDecide", "Allow", List.of("kms:*"))
                .with("Principal", Fields.none().with("AWS", account))
                .with("Resource", "*");
        return Resource.of(
                        "StateKey",
                        "AWS::KMS::Key",
                        Fields.none()
                                .with("Description", "Encrypts the Terraform state of " + site.prefix() + ".")
                                .with("EnableKeyRotation", true)
                                .with("PendingWindowInDays", DAYS_UNTIL_KEY_IS_GONE)
                                .with("KeyPolicy", Statements.document(administered))
                                .with("Tags", tags(site)))
                .retained();
    }

    private Resource alias() {
        return Resource.of(
                        "StateKeyAlias",
                        "AWS::KMS::Alias",
                        Fields.none().with("AliasName", alias).with("TargetKeyId", key().ref()))
                .retained();
    }

    Resource bucket() {
        return Resource.of(
                        "StateBucket",
                        "AWS::S3::Bucket",
                        Fields.none()
                                .with("BucketName", site.stateBucket())
                                .with("VersioningConfiguration", Fields.none().with("Status", "Enabled"))
                                .with("BucketEncryption", encryption())
                                .with("PublicAccessBlockConfiguration", closed())
                                .with(
                                        "OwnershipControls",
                                        Fields.none()
                                                .with(
                                                        "Rules",
                                                        list(Fields.none()
                                                                .with("ObjectOwnership", "BucketOwnerEnforced"))))
                                .with(
                                        "LifecycleConfiguration",
                                        Fields.none().with("Rules", list(oldVersions(), uploads())))
                                .with("Tags", tags(site)))
                .retained();
    }

    private Value encryption() {
        var byKey = Fields.none().with("SSEAlgorithm", "aws:kms").with("KMSMasterKeyID", key().attribute("Arn"));
        return Fields.none()
                .with(
                        "ServerSideEncryptionConfiguration",
                        list(Fields.none()
                                .with("BucketKeyEnabled", true)
                                .with("ServerSideEncryptionByDefault", byKey)));
    }

    private static Value closed() {
        return Fields.none()
                .with("BlockPublicAcls", true)
                .with("BlockPublicPolicy", true)
                .with("IgnorePublicAcls", true)
                .with("RestrictPublicBuckets", true);
    }

    private static Fields oldVersions() {
        return Fields.none()
                .with("Id", "forget-old-versions")
                .with("Status", "Enabled")
                .with(
                        "NoncurrentVersionExpiration",
                        Fields.none()
                                .with("NoncurrentDays", DAYS_OF_VERSIONS)
                                .with("NewerNoncurrentVersions", VERSIONS));
    }

    private static Fields uploads() {
        return Fields.none()
                .with("Id", "forget-broken-uploads")
                .with("Status", "Enabled")
                .with("AbortIncompleteMultipartUpload", Fields.none().with("DaysAfterInitiation", DAYS_OF_UPLOADS));
    }

    private Resource policy() {
        var plain = everything("RefuseUnencryptedConnections")
                .with("Condition", Statements.condition("Bool", "aws:SecureTransport", text("false")));
        var old = everything("RefuseOldEncryption")
                .with("Condition", Statements.condition("NumericLessThan", "s3:TlsVersion", text("1.2")));
        return Resource.of(
                        "StateBucketPolicy",
                        "AWS::S3::BucketPolicy",
                        Fields.none()
                                .with("Bucket", bucket().ref())
                                .with("PolicyDocument", Statements.document(plain, old)))
                .retained();
    }

    private Fields everything(String sid) {
        return Statements.statement(sid, "Deny", List.of("s3:*"))
                .with("Principal", "*")
                .with("Resource", list(bucket().attribute("Arn"), joined(bucket().attribute("Arn"), new Text("/*"))));
    }

    static Value tags(Site site) {
        return list(
                tag("Environment", site.environment().toString()),
                tag("ManagedBy", "groundplan"),
                tag("Platform", site.platform().toString()));
    }

    private static Fields tag(String key, String value) {
        return Fields.none().with("Key", key).with("Value", value);
    }
}
