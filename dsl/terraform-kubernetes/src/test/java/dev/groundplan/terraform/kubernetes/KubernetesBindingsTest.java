package dev.groundplan.terraform.kubernetes;

import static dev.groundplan.terraform.Expressions.textMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.Body;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KubernetesBindingsTest {

    @Test
    void a_config_map_is_described_and_referred_to() {
        var data = new TreeMap<String, String>();
        data.put("vpc_id", "vpc-1");
        var variables = KubernetesConfigMapV1.of(
                        "cluster_vars",
                        KubernetesConfigMapV1.Metadata.of()
                                .withName("cluster-vars")
                                .withNamespace("flux-system"))
                .withData(data);

        assertThat(variables.element().body())
                .isEqualTo(Body.empty()
                        .with("data", textMap(data))
                        .withBlock(
                                "metadata",
                                Body.empty().with("name", "cluster-vars").with("namespace", "flux-system")));
        assertThat(variables.id()).hasToString("kubernetes_config_map_v1.cluster_vars.id");
    }

    @Test
    void what_a_secret_is_given_is_written_only_and_what_it_shows_is_sensitive() {
        var secret = KubernetesSchema.schema().resources().get("kubernetes_secret_v1");

        assertThat(secret.attributes().get("data_wo").writeOnly()).isTrue();
        assertThat(secret.attributes().get("data").sensitive()).isTrue();
    }

    @Test
    void a_type_without_a_class_is_compared_with_the_schema() {
        assertThatThrownBy(() -> {
                    var unused = KubernetesSchema.resource(
                            "kubernetes_limit_range_v1", "x", Body.empty().with("meta", "x"));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`kubernetes_limit_range_v1.x` does not fit hashicorp/kubernetes 2.38.0:");
        assertThat(KubernetesSchema.dataSource("kubernetes_nodes", "all", Body.empty())
                        .address())
                .hasToString("data.kubernetes_nodes.all");
    }
}
