package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import org.junit.jupiter.api.Test;

class OfficialClientTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: orders
            spec:
              selector:
                matchLabels: {app: orders}
              template:
                metadata:
                  labels: {app: orders}
                spec:
                  containers:
                  - name: orders
                    image: ghcr.io/acme/orders:1.0.0
            """;

    private static final String AUTOSCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: orders}
            spec: {maxReplicas: 3, scaleTargetRef: {kind: Deployment, name: orders}}
            """;

    @Test
    void objects_that_are_whole_are_taken() {
        assertThat(OfficialClient.disagreements(tree(DEPLOYMENT + "---\n" + AUTOSCALER)))
                .isEmpty();
    }

    @Test
    void field_that_a_kind_does_not_have_is_refused_at_any_depth() {
        var text = DEPLOYMENT.replace("image: ", "imagePolicy: Always\n        image: ");

        assertThat(OfficialClient.disagreements(tree(text))).singleElement().satisfies(found -> {
            assertThat(found.where()).hasToString("kubernetes/orders.yaml");
            assertThat(found.message())
                    .startsWith("the client refuses it: ")
                    .contains("`imagePolicy`")
                    .contains("V1Container");
        });
    }

    @Test
    void field_that_is_missing_is_refused() {
        var text = AUTOSCALER.replace("maxReplicas: 3, ", "");

        assertThat(OfficialClient.disagreements(tree(text)))
                .singleElement()
                .extracting(Disagreement::message)
                .asString()
                .contains("`maxReplicas`");
    }

    @Test
    void kind_that_kubernetes_does_not_have_is_refused() {
        assertThat(OfficialClient.disagreements(tree("apiVersion: apps/v1\nkind: Deploiment\n")))
                .extracting(Disagreement::toString)
                .containsExactly("kubernetes/orders.yaml: the client knows no `Deploiment` of `apps/v1`.");
    }

    @Test
    void custom_resources_are_left_out() {
        var custom = "apiVersion: external-secrets.io/v1\nkind: SecretStore\nspecial: true\n";

        assertThat(OfficialClient.disagreements(tree(DEPLOYMENT + "---\n" + custom)))
                .isEmpty();
        assertThatThrownBy(() -> OfficialClient.disagreements(tree(custom)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no object of a kind of Kubernetes' own in the tree, so there is nothing to ask the client about.");
    }

    private static FileTree tree(String text) {
        return FileTree.empty().with(FilePath.of("kubernetes/orders.yaml"), text);
    }
}
