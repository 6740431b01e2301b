package dev.groundplan.terraform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.schema.CompactSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AwsSchemaTest {

    @Test
    void it_knows_every_type_of_the_provider() {
        assertThat(AwsSchema.schema().version()).isEqualTo("6.66.0");
        assertThat(AwsSchema.schema().resources()).hasSize(1725);
        assertThat(AwsSchema.schema().dataSources()).hasSize(683);
        assertThat(AwsSchema.schema().ephemeralResources()).hasSize(10);
    }

    @Test
    void the_file_is_written_again_as_it_was_read() throws Exception {
        try (var in = Objects.requireNonNull(AwsSchema.class.getResourceAsStream("aws.schema"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> comment = text.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line.substring(2))
                    .toList();
            assertThat(CompactSchema.write(AwsSchema.schema(), comment)).isEqualTo(text);
        }
    }

    @Test
    void any_type_can_be_described_without_a_class() {
        var topic = AwsSchema.resource(
                "aws_mq_configuration",
                "broker",
                Body.empty()
                        .with("name", "broker")
                        .with("engine_type", "ActiveMQ")
                        .with("engine_version", "5.17.6")
                        .with("data", "<broker/>"));
        assertThat(topic.address()).hasToString("aws_mq_configuration.broker");
        assertThat(AwsSchema.dataSource("aws_regions", "all", Body.empty()).address())
                .hasToString("data.aws_regions.all");
        assertThat(AwsSchema.ephemeralResource(
                                "aws_eks_cluster_auth", "token", Body.empty().with("name", "faceit"))
                        .address())
                .hasToString("ephemeral.aws_eks_cluster_auth.token");
    }

    @Test
    void what_the_provider_would_refuse_is_refused_at_once() {
        assertThatThrownBy(() -> {
                    var unused = AwsSchema.resource(
                            "aws_eks_cluster",
                            "main",
                            Body.empty()
                                    .with("name", "faceit")
                                    .with("role", "arn:aws:iam::111122223333:role/x")
                                    .with("arn", "arn:aws:eks:x")
                                    .with("deletion_protection", "yes")
                                    .with("access_config", "API")
                                    .withBlock("encryption_config", Body.empty())
                                    .withBlock("upgrade_policy", Body.empty())
                                    .withBlock("upgrade_policy", Body.empty()));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        `aws_eks_cluster.main` does not fit hashicorp/aws 6.66.0:
                          `role` is not known.
                          `arn` is computed: the provider sets it, and it can only be read. Leave it out.
                          `deletion_protection` takes a `bool`, and was given the text `yes`.
                          `access_config` is a block, not an attribute: write .withBlock("access_config", …).
                          `encryption_config.resources` is required and missing: write .with("resources", …).
                          The block `encryption_config.provider` must stand at least once, and stands nowhere: write .withBlock("provider", …).
                          `role_arn` is required and missing: write .with("role_arn", …).
                          The block `upgrade_policy` may stand once, and stands 2 times.
                          The block `vpc_config` must stand at least once, and stands nowhere: write .withBlock("vpc_config", …).""");
    }

    @Test
    void a_mistyped_type_is_refused_with_the_nearest_one() {
        assertThatThrownBy(() -> {
                    var unused = AwsSchema.resource("aws_subnett", "a", Body.empty());
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        `aws_subnett.a` does not fit hashicorp/aws 6.66.0:
                          There is no resource type `aws_subnett`. Did you mean `aws_subnet`?""");
    }
}
