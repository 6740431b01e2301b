package dev.groundplan.testing.terraform;

import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.terraform.schema.ProviderSchemas;
import dev.groundplan.testing.RequiresProgram;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real thing's schemas, as large as they are. */
@RequiresProgram("terraform")
class AwsTest {

    private static final TerraformCore CORE = TerraformCore.serving(schema("aws"), schema("random"));

    private static final String INFRA = """
            {"terraform": {
               "required_version": ">= 1.11",
               "backend": {"s3": {"bucket": "b", "key": "k", "region": "eu-west-2", "use_lockfile": true}},
               "required_providers": {
                 "aws": {"source": "hashicorp/aws", "version": "~> 6.0"},
                 "random": {"source": "hashicorp/random", "version": "~> 3.7"}}},
             "provider": {"aws": [
               {"region": "eu-west-2", "default_tags": [{"tags": {"platform": "faceit"}}]},
               {"alias": "global", "region": "us-east-1"}]},
             "data": {
               "aws_availability_zones": {"all": {"state": "available"}},
               "aws_iam_policy_document": {"trust": {"statement": [
                 {"actions": ["sts:AssumeRoleWithWebIdentity"],
                  "principals": [{"type": "Federated", "identifiers": ["${aws_iam_openid_connect_provider.eks.arn}"]}]}]}}},
             "ephemeral": {"random_password": {"orders": {"length": 32}}},
             "resource": {
               "aws_vpc": {"main": {"cidr_block": "10.0.0.0/16"}},
               "aws_subnet": {"private": {
                 "count": 3, "vpc_id": "${aws_vpc.main.id}",
                 "availability_zone": "${data.aws_availability_zones.all.names[count.index]}",
                 "cidr_block": "${cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)}"}},
               "aws_iam_role": {"eks": {"name": "eks", "assume_role_policy": "${jsonencode({})}"}},
               "aws_eks_cluster": {"main": {
                 "name": "faceit", "role_arn": "${aws_iam_role.eks.arn}",
                 "vpc_config": [{"subnet_ids": "${aws_subnet.private[*].id}"}]}},
               "aws_iam_openid_connect_provider": {"eks": {
                 "url": "${aws_eks_cluster.main.identity[0].oidc[0].issuer}", "client_id_list": ["sts.amazonaws.com"]}},
               "aws_iam_role_policy": {"app": {
                 "role": "${aws_iam_role.eks.name}", "policy": "${data.aws_iam_policy_document.trust.json}"}},
               "aws_db_instance": {"orders": {
                 "instance_class": "db.t4g.micro", "allocated_storage": 20, "engine": "postgres", "username": "orders",
                 "password_wo": "${ephemeral.random_password.orders.result}", "password_wo_version": 1}},
               "aws_ssm_parameter": {"password": {
                 "name": "/faceit/orders/password", "type": "SecureString",
                 "value_wo": "${ephemeral.random_password.orders.result}", "value_wo_version": 1}}},
             "output": {"ca": {"value": "${base64decode(aws_eks_cluster.main.certificate_authority[0].data)}"}}
            }
            """;

    @Test
    void plans_a_cluster_and_a_database_and_after_applying_nothing() {
        try (var module = open(INFRA)) {
            assertThat(module.validate()).isEmpty();
            assertThat(module.plan())
                    .onlyCreates(
                            "aws_vpc.main",
                            "aws_subnet.private",
                            "aws_iam_role.eks",
                            "aws_eks_cluster.main",
                            "aws_iam_openid_connect_provider.eks",
                            "aws_iam_role_policy.app",
                            "aws_db_instance.orders",
                            "aws_ssm_parameter.password");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state()).contains("\"password_wo\": null").contains("\"value_wo\": null");
        }
    }

    @Test
    void a_misspelt_type_is_told_with_the_one_that_was_meant() {
        try (var module = open(INFRA.replace("\"aws_vpc\"", "\"aws_vpcc\""))) {
            assertThat(module.validate())
                    .extracting(Diagnostic::detail)
                    .anyMatch(detail -> detail.endsWith("Did you mean \"aws_vpc\"?"));
        }
    }

    @Test
    void every_type_of_the_whole_schema_is_one_that_terraform_takes() {
        var aws = schema("aws");
        var all = Stream.of(aws.resources(), aws.dataSources(), aws.ephemeralResources())
                .flatMap(types -> types.keySet().stream())
                .collect(Collectors.joining(" "));
        try (var module = open(INFRA.replace("\"ca\": {", "\"ca\": {\"description\": \"" + all + "\", "))) {
            assertThat(module.validate()).isEmpty();
        }
    }

    @Test
    void modules_are_planned_side_by_side() throws Exception {
        var plans = new ArrayList<Callable<Plan>>();
        for (var i = 0; i < 4; i++) {
            plans.add(() -> {
                try (var module = open(INFRA)) {
                    return module.plan();
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var plan : threads.invokeAll(plans)) {
                assertThat(plan.get()).succeeds();
                assertThat(plan.get().effects()).hasSize(11);
            }
        }
    }

    @Test
    void an_offline_plan_takes_little_time() {
        List<Long> milliseconds = new ArrayList<>();
        for (var i = 0; i < 5; i++) {
            var start = System.nanoTime();
            try (var module = open(INFRA)) {
                assertThat(module.plan()).succeeds();
            }
            milliseconds.add((System.nanoTime() - start) / 1_000_000);
        }
        milliseconds.sort(null);
        System.out.println("offline init + plan + show of 11 AWS resources, ms: " + milliseconds);
        // A second on an idle machine; the margin is for a busy one.
        assertThat(milliseconds.getFirst()).isLessThan(5_000);
    }

    private static OfflineModule open(String text) {
        return CORE.open(FileTree.empty().with(FilePath.of("infra/main.tf.json"), text), FilePath.of("infra"));
    }

    private static ProviderSchema schema(String name) {
        var resource = "/dev/groundplan/terraform/" + name + "/" + name + ".schema";
        Reader text = new InputStreamReader(
                Objects.requireNonNull(AwsTest.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8);
        return ProviderSchemas.read(name + ".schema", text);
    }
}
