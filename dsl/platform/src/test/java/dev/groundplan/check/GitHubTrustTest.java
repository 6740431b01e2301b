package dev.groundplan.check;

import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.state.TerraformState.terraformState;
import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Additional;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.facts.TrustedRepository;
import dev.groundplan.files.FilePath;
import dev.groundplan.state.TerraformState;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsIamRole;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom roles trust that jobs of GitHub Actions take on. */
final class GitHubTrustTest {

    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final String AUDIENCE = "\"%s:aud\": \"sts.amazonaws.com\"".formatted(ISSUER);
    private static final TerraformState STATE = terraformState(gitHubRepository("acme/platform"));

    @Test
    void w12_a_data_source_trusts_a_repository_that_nobody_names() {
        var found = Found.by("W12", STATE, document("repo:acme/platfrom:environment:staging"));

        assertThat(found).isEqualTo("""
                        error[W12] `data.aws_iam_policy_document.ci` trusts `repo:acme/platfrom:environment:staging`, and no part says that `acme/platfrom` is a repository of the platform. Did you mean `acme/platform`?
                            at: platform `shop` > additional `document`   (GitHubTrustTest.java:126)
                            in: staging
                          mend: take the subject from the platform's repository, as in repository.pullRequestSubject(), or say that this one is trusted: Elements.none().with(new TrustedRepository("acme/platfrom"))
                           see: docs/checks/W12.md
                        """);
    }

    @Test
    void w12_a_data_source_may_trust_the_platforms_repository_and_one_that_is_named() {
        assertThat(Found.by("W12", STATE, document("repo:acme/platform:pull_request")))
                .isEmpty();
        assertThat(Found.by(
                        "W12",
                        STATE,
                        document("repo:acme/shop:pull_request"),
                        additional("shop", Elements.none().with(new TrustedRepository("acme/shop")))))
                .isEmpty();
    }

    @Test
    void w12_a_policy_in_json_compares_no_subject() {
        assertThat(Found.by("W12", STATE, role(json(AUDIENCE)))).isEqualTo("""
                        error[W12] `aws_iam_role.ci` trusts every repository on GitHub: it compares no subject.
                            at: platform `shop` > additional `role`   (GitHubTrustTest.java:138)
                            in: staging
                          mend: compare `token.actions.githubusercontent.com:sub` by StringEquals with the subjects of the repository, such as repository.pullRequestSubject()
                           see: docs/checks/W12.md
                        """);
    }

    @Test
    void w12_a_policy_in_json_compares_no_audience() {
        assertThat(Found.by("W12", STATE, role(json(subject("repo:acme/platform:pull_request")))))
                .isEqualTo("""
                        error[W12] `aws_iam_role.ci` trusts tokens that were made for others than AWS: it compares no audience.
                            at: platform `shop` > additional `role`   (GitHubTrustTest.java:138)
                            in: staging
                          mend: compare `token.actions.githubusercontent.com:aud` by StringEquals with `sts.amazonaws.com`
                           see: docs/checks/W12.md
                        """);
    }

    @Test
    void w12_a_policy_in_json_may_name_both() {
        assertThat(Found.by("W12", STATE, role(json(subject("repo:acme/platform:pull_request") + ", " + AUDIENCE))))
                .isEmpty();
        assertThat(Found.by(
                        "W12",
                        STATE,
                        role(json("\"aws:SourceAccount\": \"111122223333\"")
                                .replace(ISSUER, "cognito-identity.amazonaws.com"))))
                .isEmpty();
    }

    @Test
    void w12_a_policy_made_by_jsonencode_has_a_pattern() {
        assertThat(Found.by("W12", STATE, role(encoded("repo:acme/platform:*"))))
                .isEqualTo("""
                        error[W12] `aws_iam_role.ci` trusts every subject like `repo:acme/platform:*`: more jobs than anybody thought of present one.
                            at: platform `shop` > additional `role`   (GitHubTrustTest.java:138)
                            in: staging
                          mend: name each subject whole, as in repository.environmentSubject("production")
                           see: docs/checks/W12.md
                        """);
        assertThat(Found.by("W12", STATE, role(encoded("repo:acme/platform:pull_request"))))
                .isEmpty();
    }

    @Test
    void w12_a_template_of_cloudformation_trusts_a_repository_that_nobody_names() {
        assertThat(Found.by("W12", STATE, template("repo:stranger/platform:ref:refs/heads/main")))
                .isEqualTo("""
                        error[W12] `CiRole` of `cloudformation/ci.json` trusts `repo:stranger/platform:ref:refs/heads/main`, and no part says that `stranger/platform` is a repository of the platform.
                            at: platform `shop` > additional `template`   (GitHubTrustTest.java:155)
                            in: staging
                          mend: take the subject from the platform's repository, as in repository.pullRequestSubject(), or say that this one is trusted: Elements.none().with(new TrustedRepository("stranger/platform"))
                           see: docs/checks/W12.md
                        """);
        assertThat(Found.by("W12", STATE, template("repo:acme/platform:ref:refs/heads/main")))
                .isEmpty();
    }

    private static Additional document(String subject) {
        var trust = DataAwsIamPolicyDocument.of("ci")
                .withStatement(Statement.of()
                        .withActions(List.of("sts:AssumeRoleWithWebIdentity"))
                        .withCondition(equal("sub", subject), equal("aud", "sts.amazonaws.com")));
        return additional("document", Elements.none().with(Root.INFRA, trust));
    }

    private static Statement.Condition equal(String claim, String value) {
        return Statement.Condition.of(text("StringEquals"), list(text(value)), text(ISSUER + ":" + claim));
    }

    private static Additional role(String policy) {
        return role(text(policy));
    }

    private static Additional role(Expression<String> policy) {
        return additional("role", Elements.none().with(Root.INFRA, AwsIamRole.of("ci", policy)));
    }

    private static Expression<String> encoded(String subject) {
        var claims = new LinkedHashMap<String, Expression<?>>();
        claims.put(ISSUER + ":aud", text("sts.amazonaws.com"));
        claims.put(ISSUER + ":sub", list(text(subject)));
        var statement = new LinkedHashMap<String, Expression<?>>();
        statement.put("Effect", text("Allow"));
        statement.put("Condition", object(claims));
        return call("jsonencode", object(statement));
    }

    private static Additional template(String subject) {
        var text = """
                {"Resources": {"CiRole": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": %s}}}}
                """.formatted(json(subject(subject) + ", " + AUDIENCE));
        return additional("template", Elements.none().with(FilePath.of("cloudformation/ci.json"), header -> text));
    }

    private static String subject(String subject) {
        return "\"%s:sub\": [\"%s\"]".formatted(ISSUER, subject);
    }

    private static String json(String claims) {
        return """
                {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                  "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/%s"},
                  "Condition": {"StringEquals": {%s}}}]}
                """.formatted(ISSUER, claims);
    }
}
