package dev.groundplan.terraform.aws;

import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.JsonText;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expressions;
import dev.groundplan.terraform.RootModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class AwsBindingsTest {

    private final AwsVpc vpc = AwsVpc.of("main").withCidrBlock("10.0.0.0/16").withEnableDnsSupport(true);

    @Test
    void a_description_renders_to_terraform_json() {
        var subnet = AwsSubnet.of("private_a", vpc.id())
                .withCidrBlock("10.0.0.0/20")
                .withTags(tags("kubernetes.io/role/internal-elb", "1"));
        var cluster = AwsEksCluster.of(
                        "main",
                        text("faceit"),
                        Expressions.reference(Address.variable("role")),
                        AwsEksCluster.VpcConfig.of(Expressions.list(subnet.id()))
                                .withEndpointPublicAccess(false))
                .withEnabledClusterLogTypes(List.of("api", "audit"))
                .withEncryptionConfig(AwsEksCluster.EncryptionConfig.of(
                        texts(List.of("secrets")), AwsEksCluster.EncryptionConfig.Provider.of(text("arn:aws:kms:k"))))
                .withDependsOn(vpc);

        assertThat(rendered(vpc, subnet, cluster)).isEqualTo("""
                        {
                          "resource": {
                            "aws_eks_cluster": {
                              "main": {
                                "name": "faceit",
                                "role_arn": "${var.role}",
                                "enabled_cluster_log_types": [
                                  "api",
                                  "audit"
                                ],
                                "vpc_config": {
                                  "subnet_ids": [
                                    "${aws_subnet.private_a.id}"
                                  ],
                                  "endpoint_public_access": false
                                },
                                "encryption_config": {
                                  "resources": [
                                    "secrets"
                                  ],
                                  "provider": {
                                    "key_arn": "arn:aws:kms:k"
                                  }
                                },
                                "depends_on": [
                                  "aws_vpc.main"
                                ]
                              }
                            },
                            "aws_subnet": {
                              "private_a": {
                                "vpc_id": "${aws_vpc.main.id}",
                                "cidr_block": "10.0.0.0/20",
                                "tags": {
                                  "kubernetes.io/role/internal-elb": "1"
                                }
                              }
                            },
                            "aws_vpc": {
                              "main": {
                                "cidr_block": "10.0.0.0/16",
                                "enable_dns_support": true
                              }
                            }
                          }
                        }
                        """);
    }

    @Test
    void blocks_that_may_stand_often_are_added_and_others_replaced() {
        var document = DataAwsIamPolicyDocument.of("trust")
                .withStatement(DataAwsIamPolicyDocument.Statement.of().withSid("One"))
                .withStatement(List.of(DataAwsIamPolicyDocument.Statement.of().withSid("Two")));
        assertThat(document.element().body().blocks().get("statement")).hasSize(2);

        var cluster = AwsEksCluster.of(
                        "main", text("a"), text("b"), AwsEksCluster.VpcConfig.of(texts(List.of("subnet-1"))))
                .withVpcConfig(AwsEksCluster.VpcConfig.of(texts(List.of("subnet-2"))));
        assertThat(cluster.element().body().blocks().get("vpc_config"))
                .containsExactly(
                        AwsEksCluster.VpcConfig.of(texts(List.of("subnet-2"))).body());
    }

    @Test
    void an_attribute_whose_name_is_taken_is_read_by_a_name_with_an_underscore() {
        var database = AwsDbInstance.of("orders", text("db.t4g.medium"));
        assertThat(database.address_()).hasToString("aws_db_instance.orders.address");
        assertThat(database.address()).hasToString("aws_db_instance.orders");
    }

    @Test
    void a_change_makes_a_copy() {
        assertThat(vpc.withCidrBlock("10.1.0.0/16")).isNotEqualTo(vpc);
        assertThat(vpc).isEqualTo(AwsVpc.of("main").withCidrBlock("10.0.0.0/16").withEnableDnsSupport(true));
    }

    @Test
    void a_number_is_given_as_a_literal_or_an_expression() {
        assertThat(AwsKmsKey.of("k").withDeletionWindowInDays(30))
                .isEqualTo(AwsKmsKey.of("k").withDeletionWindowInDays(number(30)));
    }

    @Test
    void a_provider_is_configured_and_named() {
        var west = AwsProvider.of()
                .withRegion("eu-west-1")
                .withAllowedAccountIds(List.of("111122223333"))
                .withDefaultTags(AwsProvider.DefaultTags.of().withTags(tags("platform", "faceit")))
                .withAlias("west");
        assertThat(west.address()).hasToString("provider.aws.west");
        assertThat(west.element().body().attributes()).containsOnlyKeys("region", "allowed_account_ids");
    }

    private static String rendered(Declaration... declarations) {
        var module = RootModule.of("test").with("main", declarations);
        assertThat(module.problems().stream()
                        .filter(problem -> !problem.toString().contains("var.role")))
                .isEmpty();
        return JsonText.of(module.files().values().iterator().next());
    }

    private static SequencedMap<String, String> tags(String key, String value) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put(key, value);
        return tags;
    }
}
