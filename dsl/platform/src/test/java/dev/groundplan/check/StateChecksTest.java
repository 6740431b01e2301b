package dev.groundplan.check;

import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Additional;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.files.FilePath;
import dev.groundplan.terraform.Backend;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Provider;
import dev.groundplan.terraform.TerraformSettings;
import dev.groundplan.terraform.TypeConstraint;
import dev.groundplan.terraform.Variable;
import dev.groundplan.terraform.aws.AwsSchema;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/** Where root modules keep their state and read others', and what they ask of whoever runs them. */
final class StateChecksTest {

    private static final String BUCKET = "shop-staging-terraform-state-111122223333";
    private static final Backend BACKEND = Backend.s3(BUCKET, "shop-staging/infra/terraform.tfstate", "eu-west-2");

    @Test
    void t01_a_state_is_locked() {
        assertThat(Found.by("T01", settings(Root.INFRA, BACKEND.withUseLockfile(false))))
                .isEqualTo("""
                        error[T01] The state of the root module `infra` is not locked: two applies at once would lose what one of them made.
                            at: platform `shop` > additional `infra-settings`   (StateChecksTest.java:134)
                            in: staging
                          mend: lock it by a file beside it: backend.withUseLockfile(true)
                           see: docs/checks/T01.md
                        """);
        assertThat(Found.by("T01", settings(Root.INFRA, BACKEND))).isEmpty();
    }

    @Test
    void t02_a_state_is_where_the_platform_keeps_it() {
        assertThat(Found.by("T02", settings(Root.INFRA, BACKEND.with("bucket", text("acme-state")))))
                .isEqualTo("""
                        error[T02] The root module `infra` keeps its state under the bucket `acme-state`, and the platform's is under `shop-staging-terraform-state-111122223333`.
                            at: platform `shop` > additional `infra-settings`   (StateChecksTest.java:134)
                            in: staging
                          mend: leave the backend to the platform, which knows the place: platform(…).withStateBucket(…) sets the bucket
                           see: docs/checks/T02.md
                        """);
        assertThat(Found.by("T02", settings(Root.INFRA, Backend.of("local")))).isEqualTo("""
                        error[T02] The root module `infra` keeps its state in a backend `local`, and the platform's is in S3.
                            at: platform `shop` > additional `infra-settings`   (StateChecksTest.java:134)
                            in: staging
                          mend: leave the backend to the platform, which knows the place: platform(…).withStateBucket(…) sets the bucket
                           see: docs/checks/T02.md
                        """);
        assertThat(Found.by("T02", settings(Root.INFRA, BACKEND))).isEmpty();
    }

    @Test
    void t02_a_state_is_read_where_a_root_module_keeps_it() {
        assertThat(Found.by("T02", reading("shop-staging/infar/terraform.tfstate")))
                .isEqualTo("""
                        error[T02] `data.terraform_remote_state.infra` reads a state with the key `shop-staging/infar/terraform.tfstate`, and no root module of the platform keeps one there. Did you mean `shop-staging/infra/terraform.tfstate`?
                            at: platform `shop` > additional `reading`   (StateChecksTest.java:147)
                            in: staging
                          mend: take it from the site, site.state(Root.INFRA).remote(), or allow it, if the state is somebody else's: platform(…).allowing("T02", …)
                           see: docs/checks/T02.md
                        """);
        assertThat(Found.by("T02", reading("shop-staging/infra/terraform.tfstate")))
                .isEmpty();
    }

    @Test
    void t03_two_root_modules_have_two_states() {
        var alarms = Root.root("alarms");

        assertThat(Found.by("T03", settings(Root.INFRA, BACKEND), settings(alarms, BACKEND)))
                .isEqualTo("""
                        error[T03] The root modules `infra` and `alarms` keep their state in one object, `shop-staging/infra/terraform.tfstate` of `shop-staging-terraform-state-111122223333`: each apply would destroy what the other made.
                            at: platform `shop` > additional `alarms-settings`   (StateChecksTest.java:134)
                            in: staging
                          mend: leave the backend to the platform, which gives each root module a key of its own
                           see: docs/checks/T03.md
                        """);
        assertThat(Found.by(
                        "T03",
                        settings(Root.INFRA, BACKEND),
                        settings(alarms, BACKEND.with("key", text("shop-staging/alarms/terraform.tfstate")))))
                .isEmpty();
    }

    @Test
    void t23_a_login_by_a_program_speaks_an_api_that_is_there() {
        assertThat(Found.by("T23", provider("v1alpha1"))).isEqualTo("""
                        error[T23] `provider.kubernetes` of the root module `bootstrap` logs in through `client.authentication.k8s.io/v1alpha1`, which neither Kubernetes nor the AWS CLI speaks any more.
                            at: platform `shop` > additional `login`   (StateChecksTest.java:154)
                            in: staging
                          mend: write `client.authentication.k8s.io/v1beta1` as the api_version of exec
                           see: docs/checks/T23.md
                        """);
        assertThat(Found.by("T23", provider("v1beta1"))).isEmpty();
    }

    @Test
    void t25_a_variable_has_a_value() {
        var size = Variable.of("size", TypeConstraint.number());
        var elements = Elements.none().with(Root.INFRA, size);

        assertThat(Found.by("T25", additional("sizes", elements))).isEqualTo("""
                        error[T25] `var.size` of the root module `infra` has no default, and no file of values beside it gives it one: plans in a pipeline would fail.
                            at: platform `shop` > additional `sizes`   (StateChecksTest.java:113)
                            in: staging
                          mend: write the value where it is used, since the description knows it, or give the variable one: .withDefault(…)
                           see: docs/checks/T25.md
                        """);
        assertThat(Found.by(
                        "T25", additional("sizes", withValues(elements, "terraform/bootstrap/a.auto.tfvars", "size"))))
                .isNotEmpty();
        assertThat(Found.by("T25", additional("sizes", withValues(elements, "terraform/infra/a.auto.tfvars", "sizes"))))
                .isNotEmpty();
        assertThat(Found.by("T25", additional("sizes", withValues(elements, "terraform/infra/a.auto.tfvars", "size"))))
                .isEmpty();
    }

    private static Elements withValues(Elements elements, String file, String variable) {
        return elements.with(FilePath.of(file), header -> variable + " = 3\n");
    }

    private static Additional settings(Root root, Backend backend) {
        return additional(
                root + "-settings",
                Elements.none().with(root, TerraformSettings.defaults().withBackend(backend)));
    }

    private static Additional reading(String key) {
        var config = new LinkedHashMap<String, Expression<?>>();
        config.put("bucket", text(BUCKET));
        config.put("key", text(key));
        config.put("region", text("eu-west-2"));
        var state = DataSource.of("terraform_remote_state", "infra")
                .withBody(Body.empty().with("backend", "s3").with("config", object(config)));
        var topic = AwsSchema.resource("aws_sns_topic", "alarms", Body.empty());
        return additional("reading", Elements.none().with(Root.BOOTSTRAP, state).with(Root.INFRA, topic));
    }

    private static Additional provider(String version) {
        var exec = Body.empty()
                .with("api_version", "client.authentication.k8s.io/" + version)
                .with("command", "aws");
        return additional(
                "login",
                Elements.none().with(Root.BOOTSTRAP, Provider.of("kubernetes").withBlock("exec", exec)));
    }
}
