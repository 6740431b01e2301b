package dev.groundplan.eks;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.Quota.quota;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Layer;
import dev.groundplan.kubernetes.ManifestText;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamespaceTest {

    private static final EksCluster CLUSTER = eksCluster(
            "faceit",
            kubernetes("1.36"),
            vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                    .privateSubnets());

    @Test
    void namespace_with_every_option_renders_all_of_them() {
        var namespace = CLUSTER.namespace("test")
                .withPodSecurity(PodSecurity.BASELINE)
                .withReadinessGates()
                .withQuota(quota(millicores(4000), mebibytes(8192), 30))
                .isolated();

        assertText(manifests(namespace.expand(STAGING)), "namespace-with-every-option.yaml");
    }

    @Test
    void namespace_is_closed_as_soon_as_a_part_says_what_may_pass() {
        var namespace = CLUSTER.namespace("test");

        assertThat(manifests(namespace.complete(STAGING, policyIn("test")))).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: test-default-deny
                  namespace: test
                spec:
                  podSelector: {}
                  policyTypes:
                  - Ingress
                  - Egress
                """);
        assertThat(namespace.complete(STAGING, policyIn("other")).kubernetes()).isEmpty();
        assertThat(namespace.isolated().complete(STAGING, policyIn("test")).kubernetes())
                .isEmpty();
    }

    @Test
    void objects_of_two_namespaces_have_files_of_their_own() {
        var one = CLUSTER.namespace("one").isolated().withQuota(quota(millicores(1000), mebibytes(1024), 10));
        var two = CLUSTER.namespace("two").isolated().withQuota(quota(millicores(1000), mebibytes(1024), 10));

        assertThat(Stream.of(one, two)
                        .flatMap(namespace -> namespace.expand(STAGING).kubernetes().stream())
                        .map(in -> in.placement() + "/" + in.object().getKind() + "/"
                                + in.object().getMetadata().getName()))
                .doesNotHaveDuplicates();
    }

    @Test
    void quota_for_no_pods_is_refused() {
        assertThatThrownBy(() -> quota(millicores(1000), mebibytes(1024), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "0 is no number of pods for a quota: it must lie between 1 and 10000, as in quota(millicores(4000), mebibytes(8192), 30).");
    }

    private static Elements policyIn(String namespace) {
        var policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("orders")
                .withNamespace(namespace)
                .endMetadata()
                .build();
        return Elements.none().with(Layer.APPS.itself(), policy);
    }

    private static String manifests(Elements elements) {
        return elements.kubernetes().stream()
                .map(InPlace::object)
                .map(ManifestText::of)
                .collect(Collectors.joining("---\n"));
    }
}
