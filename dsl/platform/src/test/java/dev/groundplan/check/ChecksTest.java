package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.groundplan.TestParts;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecretBuilder;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.DataBuilder;
import dev.groundplan.terraform.Resource;
import dev.groundplan.values.ParameterName;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each check with a platform that breaks it and one that only just passes. */
class ChecksTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));

    @Test
    void two_parts_of_one_name_are_refused() {
        var first = terraform("network", vpc("first"));
        var second = terraform("network", vpc("second"));

        assertRefused("""
                error[P01] There are two parts called terraform `network`: the first is at ChecksTest.java:@1.
                    at: platform `shop` > terraform `network`   (ChecksTest.java:@2)
                    in: staging
                  mend: give one of them another name, or leave one out
                   see: docs/checks/P01.md

                1 error, so nothing was written.""".replace("@1", line(first)).replace("@2", line(second)), first, second);
        assertAccepted(first, terraform("other", vpc("second")));
    }

    @Test
    void part_that_is_referred_to_and_left_out_is_refused() {
        var network = terraform("network", vpc("main"));
        var database = terraform("database").referringTo(network, "subnets");

        assertRefused("""
                error[P02] The terraform `database` refers to the terraform `network`, and the platform does not have it.
                    at: platform `shop` > terraform `database` > subnets   (ChecksTest.java:@2)
                    in: staging
                  mend: add it to the platform: .with(…) with the part made at ChecksTest.java:@1
                   see: docs/checks/P02.md

                1 error, so nothing was written.""".replace("@1", line(network)).replace("@2", line(database)), database);
        assertAccepted(network, database);
    }

    @Test
    void part_that_was_left_out_is_told_once_however_often_it_is_referred_to() {
        var keeper = terraform("parameters");
        var reference = new PartReference(keeper, "env `PASSWORD`", SourceLine.outside());
        var other = new PartReference(keeper, "env `USER`", SourceLine.outside());
        var reader = terraform("reader");
        var twice = new TestParts.Custom(reader.id(), reader.line(), List.of(reference, other), reader.elements());

        assertThatThrownBy(() -> render(twice))
                .message()
                .contains("> env `PASSWORD`")
                .doesNotContain("> env `USER`")
                .endsWith("1 error, so nothing was written.");
    }

    @Test
    void part_that_was_changed_after_it_was_referred_to_is_refused() {
        var network = terraform("network", vpc("main"));
        var database = terraform("database").referringTo(network, "subnets");
        var changed = terraform("network", vpc("changed"));

        assertRefused("""
                error[P03] The terraform `database` refers to the terraform `network` as it was before it was changed.
                    at: platform `shop` > terraform `database` > subnets   (ChecksTest.java:@2)
                    in: staging
                  mend: make every .withX(…) call of the terraform `network` before anything refers to it, and hand that value to the platform
                   see: docs/checks/P03.md

                1 error, so nothing was written.""".replace("@2", line(database)), changed, database);
    }

    @Test
    void part_that_refuses_its_site_is_told_with_its_line() {
        var part = part("network", "main", site -> {
            throw new IllegalArgumentException("4 zones do not fit.");
        });

        assertRefused("""
                error[P04] 4 zones do not fit.
                    at: platform `shop` > network `main`   (ChecksTest.java:@1)
                    in: staging
                  mend: change the option that the message names
                   see: docs/checks/P04.md

                1 error, so nothing was written.""".replace("@1", line(part)), part);
    }

    @Test
    void secret_that_was_pressed_into_a_text_is_refused() {
        var keeper = terraform("parameters");
        var secret = new SecretReference(keeper, new ParameterName("/shop/password"), text("arn"));
        var map = objects("settings", configMap("settings", "jdbc:postgresql://db?password=" + secret));
        var instance =
                terraform("database", Resource.of("aws_db_instance", "main").with("password", "" + secret));

        assertRefused("""
                error[P05] The secret kept in `/shop/password` is used as a text in aws_db_instance.main, and nobody here knows its value.
                    at: platform `shop` > terraform `database`   (ChecksTest.java:@1)
                    in: staging
                  mend: give the reference itself to what takes one, as in .withEnv("PASSWORD", login.password()) or .withSecretFile("/etc/app/password", login.password())
                   see: docs/checks/P05.md

                error[P05] The secret kept in `/shop/password` is used as a text in ConfigMap `test/settings`, and nobody here knows its value.
                    at: platform `shop` > objects `settings`   (ChecksTest.java:@2)
                    in: staging
                  mend: give the reference itself to what takes one, as in .withEnv("PASSWORD", login.password()) or .withSecretFile("/etc/app/password", login.password())
                   see: docs/checks/P05.md

                2 errors, so nothing was written.""".replace("@1", line(instance)).replace("@2", line(map)), map, instance);
        assertAccepted(objects("settings", configMap("settings", "the secret is in /shop/password")));
    }

    @Test
    void address_twice_is_refused_with_both_places() {
        var first = terraform("first", vpc("main"));
        var second = terraform("second", vpc("main"));

        assertRefused("""
                error[R01] `aws_vpc.main` is there twice: the first is from platform `shop` > terraform `first`   (ChecksTest.java:@1).
                    at: platform `shop` > terraform `second`   (ChecksTest.java:@2)
                    in: staging
                  mend: give one of them another name, or leave one out
                   see: docs/checks/R01.md

                1 error, so nothing was written.""".replace("@1", line(first)).replace("@2", line(second)), first, second);
    }

    @Test
    void reference_to_an_address_that_is_not_there_is_refused() {
        var missing = vpc("mian");
        var network = terraform("network", vpc("main"));
        var subnet = terraform("subnet", Resource.of("aws_subnet", "a").with("vpc_id", missing.attribute("id")));

        assertRefused("""
                error[R02] `aws_subnet.a` refers to `aws_vpc.mian`, which is not in its root module.
                    at: platform `shop` > terraform `subnet`   (ChecksTest.java:@1)
                    in: staging
                  mend: did you mean `aws_vpc.main`?
                   see: docs/checks/R02.md

                1 error, so nothing was written.""".replace("@1", line(subnet)), network, subnet);
    }

    @Test
    void ring_of_references_is_refused_with_all_its_places() {
        var a = Resource.of("aws_vpc", "a");
        var b = Resource.of("aws_vpc", "b").with("x", a.attribute("id"));
        var first = terraform("first", a.with("x", b.attribute("id")));
        var second = terraform("second", b);

        assertRefused("""
                error[R04] These refer to each other in a ring, so Terraform can make none of them first: `aws_vpc.a` (ChecksTest.java:@1) -> `aws_vpc.b` (ChecksTest.java:@2) -> `aws_vpc.a` (ChecksTest.java:@1).
                    at: platform `shop` > terraform `first`   (ChecksTest.java:@1)
                    in: staging
                  mend: take one of the references out
                   see: docs/checks/R04.md

                1 error, so nothing was written.""".replace("@1", line(first)).replace("@2", line(second)), first, second);
    }

    @Test
    void element_of_a_provider_that_nobody_names_is_refused() {
        var monitor = terraform("monitor", Resource.of("datadog_monitor", "errors"));

        assertRefused("""
                error[T24] `datadog_monitor.errors` is of the provider `datadog`, and the platform does not say where that comes from.
                    at: platform `shop` > terraform `monitor`   (ChecksTest.java:@1)
                    in: staging
                  mend: name it with a version: platform(…).withTerraformProvider(RequiredProvider.of("datadog", "<namespace>/datadog", "~> 1.0"))
                   see: docs/checks/T24.md

                1 error, so nothing was written.""".replace("@1", line(monitor)), monitor);
        assertAccepted(terraform("marker", Resource.of("terraform_data", "marker")));
    }

    @Test
    void object_that_is_there_twice_is_refused() {
        var first = objects("first", configMap("settings", "1"));
        var second = objects("second", configMap("settings", "2"));

        assertRefused("""
                error[K41] The ConfigMap `settings` in `test` is there twice: the first is from platform `shop` > objects `first`   (ChecksTest.java:@1).
                    at: platform `shop` > objects `second`   (ChecksTest.java:@2)
                    in: staging
                  mend: leave one out, or give it another name
                   see: docs/checks/K41.md

                1 error, so nothing was written.""".replace("@1", line(first)).replace("@2", line(second)), first, second);
    }

    @Test
    void field_that_a_kind_does_not_have_is_refused() {
        var map = configMap("settings", "1");
        map.setAdditionalProperty("imutable", true);
        var objects = objects("settings", map);

        assertRefused("""
                error[K01] The ConfigMap `settings` in `test` has the field `imutable`, which its kind does not have.
                    at: platform `shop` > objects `settings`   (ChecksTest.java:@1)
                    in: staging
                  mend: did you mean `immutable`?
                   see: docs/checks/K01.md

                1 error, so nothing was written.""".replace("@1", line(objects)), objects);
    }

    @Test
    void zone_of_another_region_is_refused() {
        var subnet = terraform("subnet", Resource.of("aws_subnet", "a").with("availability_zone", "eu-west-1a"));

        assertRefused("""
                error[T05] The zone `eu-west-1a` does not belong to the region `eu-west-2` of the environment.
                    at: platform `shop` > terraform `subnet`   (ChecksTest.java:@1)
                    in: staging
                  mend: name zones of eu-west-2, as in zones("eu-west-2a", "eu-west-2b")
                   see: docs/checks/T05.md

                1 error, so nothing was written.""".replace("@1", line(subnet)), subnet);
        assertAccepted(terraform("subnet", Resource.of("aws_subnet", "a").with("availability_zone", "eu-west-2a")));
    }

    @Test
    void name_over_its_budget_is_refused() {
        var role = terraform("role", Resource.of("aws_iam_role", "app").with("name", "r".repeat(65)));
        var cluster = terraform("cluster", Resource.of("aws_eks_cluster", "app").with("name", "my cluster"));

        assertRefused(
                """
                error[T04] `aws_iam_role.app.name` is `%s`: 65 characters, and the budget is 64.
                    at: platform `shop` > terraform `role`   (ChecksTest.java:@1)
                    in: staging
                  mend: shorten the names that it is composed of: platform, environment and part
                   see: docs/checks/T04.md

                error[T04] `aws_eks_cluster.app.name` is `my cluster`: it takes letters, digits, `-` and `_`, first a letter or a digit.
                    at: platform `shop` > terraform `cluster`   (ChecksTest.java:@2)
                    in: staging
                  mend: shorten the names that it is composed of: platform, environment and part
                   see: docs/checks/T04.md

                2 errors, so nothing was written.""".formatted("r".repeat(65)).replace("@1", line(role)).replace("@2", line(cluster)), role, cluster);
        assertAccepted(terraform("role", Resource.of("aws_iam_role", "app").with("name", "r".repeat(64))));
    }

    @Test
    void prefix_of_a_name_leaves_room_for_what_terraform_adds() {
        assertThat(budgetRefusal("aws_eks_node_group", "node_group_name_prefix", 38))
                .contains("38 characters, and the budget is 37.");
        assertThat(budgetRefusal("aws_security_group", "name_prefix", 230))
                .contains("230 characters, and the budget is 229.");
        assertAccepted(
                terraform(
                        "nodes",
                        Resource.of("aws_eks_node_group", "app").with("node_group_name_prefix", "n".repeat(37))),
                terraform("group", Resource.of("aws_security_group", "app").with("name_prefix", "g".repeat(229))));
    }

    private static String budgetRefusal(String type, String attribute, int length) {
        var part = terraform("long", Resource.of(type, "app").with(attribute, "n".repeat(length)));
        var plan = groundplan(environment -> platform("shop", environment).with(part), STAGING);
        return String.valueOf(catchThrowable(plan::render).getMessage());
    }

    @Test
    void bucket_of_the_state_over_its_budget_is_refused() {
        var long40 = "p" + "x".repeat(39);
        var plan = groundplan(
                environment -> platform(long40, environment).with(terraform("network", vpc("main"))), STAGING);

        assertThatThrownBy(plan::render)
                .message()
                .contains(
                        "error[T04] `terraform.bucket` is `%s-staging-terraform-state-111122223333`: 77 characters, and the budget is 63."
                                .formatted(long40));
    }

    @Test
    void parameter_that_nobody_writes_is_refused_at_the_option_that_reads_it() {
        var written = terraform(
                "parameters", Resource.of("aws_ssm_parameter", "password").with("name", "/shop/password"));
        var detail = new SourceDetail("env `PASSWORD`", SourceLine.outside());
        var reader = part(
                "objects",
                "reader",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), reading("/shop/passwrd"))
                        .withDetail("/shop/passwrd", detail));

        assertRefused("""
                error[X02] The ExternalSecret `test/reader` reads the parameter `/shop/passwrd`, and nothing writes it.
                    at: platform `shop` > objects `reader` > env `PASSWORD`   (ChecksTest.java:@1)
                    in: staging
                  mend: did you mean `/shop/password`? Take the reference from the part that writes it, as in login.password()
                   see: docs/checks/X02.md

                1 error, so nothing was written.""".replace("@1", String.valueOf(detail.line().line())), written, reader);
        assertAccepted(written, objects("reader", reading("/shop/password")));
    }

    @Test
    void one_problem_of_two_environments_is_told_once() {
        var production = environment("production", account("444455556666"), region("eu-west-1"));
        var subnet = terraform("subnet", Resource.of("aws_subnet", "a").with("availability_zone", "us-east-1a"));
        var plan = groundplan(environment -> platform("shop", environment).with(subnet, subnet), STAGING, production);

        assertThatThrownBy(plan::render)
                .isInstanceOf(InvalidPlatformException.class)
                .message()
                .contains("    in: staging, production\n")
                .endsWith("1 error, so nothing was written.");
    }

    private static void assertRefused(String message, Part... parts) {
        assertThatThrownBy(() -> render(parts))
                .isInstanceOf(InvalidPlatformException.class)
                .hasMessage(message);
    }

    private static void assertAccepted(Part... parts) {
        assertThatCode(() -> render(parts)).doesNotThrowAnyException();
    }

    private static void render(Part... parts) {
        var tree = groundplan(environment -> platform("shop", environment).with(parts), STAGING)
                .render();
        assertThat(tree.texts()).isNotEmpty();
    }

    private static Resource vpc(String name) {
        return Resource.of("aws_vpc", name);
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("test")
                .withName(name)
                .endMetadata()
                .addToData("value", value)
                .build();
    }

    private static ExternalSecret reading(String parameter) {
        return new ExternalSecretBuilder()
                .withNewMetadata()
                .withNamespace("test")
                .withName("reader")
                .endMetadata()
                .withNewSpec()
                .withData(List.of(new DataBuilder()
                        .withSecretKey("PASSWORD")
                        .withNewRemoteRef()
                        .withKey(parameter)
                        .endRemoteRef()
                        .build()))
                .endSpec()
                .build();
    }

    private static String line(Part part) {
        return part.references().isEmpty()
                ? String.valueOf(part.line().line())
                : String.valueOf(part.references().getFirst().line().line());
    }
}
