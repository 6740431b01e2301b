package dev.groundplan.state;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.state.TerraformState.terraformState;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.facts.GitHubRole;
import dev.groundplan.facts.StateKey;
import dev.groundplan.facts.TrustedRepository;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.Header;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.aws.AwsIamRole;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.values.Name;
import dev.groundplan.values.ParameterName;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerraformStateTest {

    private static final Environment ENVIRONMENT = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final Header HEADER = new Header("faceit.FaceitPlatform");

    @Test
    void a_template_makes_bucket_key_provider_and_roles() {
        assertText(template(terraformState(gitHubRepository("acme/platform"))), "state-bootstrap.json");
    }

    @Test
    void every_option_is_in_the_template() {
        var state = terraformState(
                        gitHubRepository("acme@9919/platform@1296269").withDefaultBranch("trunk"))
                .withExistingIdentityProvider()
                .withPermissionsBoundary("pipelines")
                .withSecretReadByPlans(new ParameterName("/faceit/flux"));

        assertText(template(state), "state-bootstrap-with-every-option.json");
    }

    @Test
    void workflows_and_backends_are_told_the_same_names() {
        var elements = terraformState(gitHubRepository("acme/platform")).expand(STAGING);

        assertThat(elements.facts())
                .containsExactly(
                        new StateKey("arn:aws:kms:eu-west-2:111122223333:alias/faceit-staging-terraform-state"),
                        new TrustedRepository("acme/platform"),
                        new GitHubRole(
                                "plan",
                                "arn:aws:iam::111122223333:role/faceit-staging-terraform-plan",
                                List.of("repo:acme/platform:pull_request")),
                        new GitHubRole(
                                "drift",
                                "arn:aws:iam::111122223333:role/faceit-staging-terraform-drift",
                                List.of("repo:acme/platform:ref:refs/heads/main")),
                        new GitHubRole(
                                "apply",
                                "arn:aws:iam::111122223333:role/faceit-staging-terraform-apply",
                                List.of("repo:acme/platform:environment:staging")));
    }

    @Test
    void a_cluster_can_let_the_roles_in() {
        var state = terraformState(gitHubRepository("acme/platform"));

        assertThat(state.applyRole().arn(STAGING))
                .isEqualTo(text("arn:aws:iam::111122223333:role/faceit-staging-terraform-apply"));
        assertThat(state.driftRole().arn(STAGING))
                .isEqualTo(text("arn:aws:iam::111122223333:role/faceit-staging-terraform-drift"));
        assertThat(state.planRole().arn(STAGING))
                .isEqualTo(text("arn:aws:iam::111122223333:role/faceit-staging-terraform-plan"));
    }

    @Test
    void every_backend_names_the_bucket_and_the_key_of_the_template() {
        var topic = AwsSchema.resource("aws_sns_topic", "alarms", Body.empty());
        var tree = groundplan(
                        each -> platform("faceit", each)
                                .withStateBucket("acme-terraform-state")
                                .with(terraformState(gitHubRepository("acme/platform")))
                                .with(additional("alarms", Elements.none().with(Root.INFRA, topic))),
                        ENVIRONMENT)
                .render();

        assertThat(tree.texts().get(FilePath.of("staging/cloudformation/bootstrap.json")))
                .contains(
                        "\"BucketName\": \"acme-terraform-state\"",
                        "\"AliasName\": \"alias/faceit-staging-terraform-state\"");
        assertThat(tree.texts().get(FilePath.of("staging/terraform/infra/terraform.tf.json")))
                .contains(
                        "\"bucket\": \"acme-terraform-state\"",
                        "\"kms_key_id\": \"arn:aws:kms:eu-west-2:111122223333:alias/faceit-staging-terraform-state\"");
    }

    @Test
    void every_role_carries_the_boundary_unless_it_names_another() {
        var trust = text("{}");
        var bounded =
                AwsIamRole.of("backup", trust).withPermissionsBoundary(text("arn:aws:iam::111122223333:policy/own"));
        var roles = Elements.none().with(Root.INFRA, AwsIamRole.of("reports", trust), bounded);

        assertThat(rolesOf(
                        terraformState(gitHubRepository("acme/platform")).withPermissionsBoundary("pipelines"), roles))
                .containsExactly(
                        "\"permissions_boundary\": \"arn:aws:iam::111122223333:policy/own\"",
                        "\"permissions_boundary\": \"arn:aws:iam::111122223333:policy/pipelines\"");
        assertThat(rolesOf(terraformState(gitHubRepository("acme/platform")), roles))
                .containsExactly("\"permissions_boundary\": \"arn:aws:iam::111122223333:policy/own\"");
    }

    private static List<String> rolesOf(TerraformState state, Elements roles) {
        var tree = groundplan(each -> platform("faceit", each).with(state, additional("roles", roles)), ENVIRONMENT)
                .render();
        return tree.texts()
                .getOrDefault(FilePath.of("staging/terraform/infra/additional-roles.tf.json"), "")
                .lines()
                .map(line -> line.strip().replaceAll(",$", ""))
                .filter(line -> line.contains("permissions_boundary"))
                .toList();
    }

    @Test
    void names_that_aws_would_refuse_are_refused() {
        var long40 =
                new Site(new Name("a-platform-whose-name-is-much-too-longer"), ENVIRONMENT, "acme-terraform-state");
        assertThatThrownBy(() -> terraformState(gitHubRepository("acme/platform"))
                        .expand(new Site(long40.platform(), ENVIRONMENT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The bucket `a-platform-whose-name-is-much-too-longer-staging-terraform-state-111122223333` would have a name of 77 characters, and AWS takes 63: call platform(…).withStateBucket(…).");
        var longer = environment("pre-production-europe", account("111122223333"), region("eu-west-2"));
        assertThatThrownBy(() -> terraformState(gitHubRepository("acme/platform"))
                        .expand(new Site(long40.platform(), longer, "acme-terraform-state")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The role `a-platform-whose-name-is-much-too-longer-pre-production-europe-terraform-apply` would have a name of 78 characters, and AWS takes 64: call platform or environment something shorter.");
        assertThatThrownBy(() -> terraformState(gitHubRepository("acme/platform"))
                        .withPermissionsBoundary("arn:aws:iam::1:policy/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`arn:aws:iam::1:policy/x` is no name of a managed policy: write at most 128 letters, digits and `_+=,.@-`, as in withPermissionsBoundary(\"pipelines\").");
    }

    private static String template(TerraformState state) {
        return state.expand(STAGING).files().getFirst().text().under(HEADER);
    }
}
