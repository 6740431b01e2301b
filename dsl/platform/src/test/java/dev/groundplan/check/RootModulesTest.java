package dev.groundplan.check;

import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Provider;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.terraform.aws.DataAwsEksCluster;
import org.junit.jupiter.api.Test;

/** What root modules may say of each other and of their providers. */
final class RootModulesTest {

    @Test
    void a_provider_is_not_configured_by_what_its_root_module_makes() {
        var topic = AwsSchema.resource("aws_sns_topic", "alarms", Body.empty());
        var provider = Provider.of("helm").with("qps", topic.attribute("id"));
        var elements = Elements.none().with(Root.INFRA, topic, provider);

        assertThat(Found.by("T22", additional("cluster", elements))).isEqualTo("""
                        error[T22] `provider.helm` is configured by `aws_sns_topic.alarms` of the same root module `infra`, which does not exist yet when Terraform first plans.
                            at: platform `shop` > additional `cluster`   (RootModulesTest.java:24)
                            in: staging
                          mend: put the provider and what it makes into another root module, such as Root.BOOTSTRAP, and find `aws_sns_topic.alarms` there by a data source
                           see: docs/checks/T22.md
                        """);
    }

    @Test
    void a_provider_may_be_configured_by_a_data_source() {
        var cluster = DataAwsEksCluster.of("cluster", text("shop-staging"));
        var provider = Provider.of("kubernetes").with("host", cluster.endpoint());

        assertThat(Found.by("T22", additional("cluster", Elements.none().with(Root.BOOTSTRAP, cluster, provider))))
                .isEmpty();
    }
}
