package dev.groundplan.state;

import static dev.groundplan.cloudformation.Value.list;
import static dev.groundplan.cloudformation.Value.text;
import static dev.groundplan.cloudformation.Value.texts;

import dev.groundplan.cloudformation.Resource;
import dev.groundplan.cloudformation.Value;
import dev.groundplan.cloudformation.Value.Fields;
import dev.groundplan.describe.Site;
import java.util.List;
import java.util.Optional;

/** The roles that GitHub's jobs assume by a token of GitHub, and the provider by which AWS knows such tokens. */
final class PipelineRoles {

    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final long LONGEST_SESSION = 3600;

    private final Site site;
    private final boolean isSharingProvider;

    PipelineRoles(Site site, boolean isSharingProvider) {
        this.site = site;
        this.isSharingProvider = isSharingProvider;
    }

    /** Returns the provider, unless another stack made it. */
    Optional<Resource> provider() {
        return isSharingProvider ? Optional.empty() : Optional.of(ownProvider());
    }

    private Resource ownProvider() {
        return Resource.of(
                        "GitHubIdentityProvider",
                        "AWS::IAM::OIDCProvider",
                        Fields.none()
                                .with("Url", "https://" + ISSUER)
                                .with("ClientIdList", list(text(AUDIENCE)))
                                .with("Tags", StateBucket.tags(site)))
                .retained();
    }

    /** Returns what a role may do, as properties of the role. */
    Fields rights(Value policy, String awsPolicy, Optional<String> boundary) {
        var inline = Fields.none().with("PolicyName", "terraform").with("PolicyDocument", policy);
        var rights = Fields.none()
                .with("ManagedPolicyArns", list(text(site.awsPolicyArn(awsPolicy))))
                .with("Policies", list(inline));
        return boundary.map(arn -> rights.with("PermissionsBoundary", arn)).orElse(rights);
    }

    Resource role(String id, String name, List<String> subjects, Fields rights) {
        var properties = rights.with("RoleName", name)
                .with("Description", "Assumed by jobs of GitHub Actions for " + site.prefix() + ".")
                .with("MaxSessionDuration", LONGEST_SESSION)
                .with("AssumeRolePolicyDocument", trust(subjects))
                .with("Tags", StateBucket.tags(site));
        return Resource.of(id, "AWS::IAM::Role", properties);
    }

    private Value trust(List<String> subjects) {
        var claims = Fields.none().with(ISSUER + ":aud", AUDIENCE).with(ISSUER + ":sub", texts(subjects));
        return Statements.document(
                Statements.statement("TrustTheRepository", "Allow", List.of("sts:AssumeRoleWithWebIdentity"))
                        .with("Principal", Fields.none().with("Federated", federated()))
                        .with("Condition", Fields.none().with("StringEquals", claims)));
    }

    private Value federated() {
        return isSharingProvider
                ? text("arn:%s:iam::%s:oidc-provider/%s".formatted(site.region().partition(), site.account(), ISSUER))
                : ownProvider().ref();
    }
}
