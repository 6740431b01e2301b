package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import org.junit.jupiter.api.Test;

@RequiresProgram("kubectl")
class KubectlKustomizeTest {

    private static final FileTree TREE = FileTree.empty()
            .with(FilePath.of("apps/kustomization.yaml"), "resources:\n- one\n")
            .with(FilePath.of("apps/one/kustomization.yaml"), "resources:\n- config-map-a.yaml\n- config-map-b.yaml\n")
            .with(FilePath.of("apps/one/config-map-a.yaml"), configMap("a", "${untouched} %{too} 2026-01-01"))
            .with(FilePath.of("apps/one/config-map-b.yaml"), configMap("b", "yes"));

    @Test
    void objects_that_come_out_as_they_were_are_agreed_upon() {
        assertThat(KubectlKustomize.disagreements(TREE)).isEmpty();
    }

    @Test
    void an_object_that_no_kustomization_lists_is_found() {
        var forgotten = TREE.with(FilePath.of("apps/one/config-map-c.yaml"), configMap("c", "no"));
        assertThat(KubectlKustomize.disagreements(forgotten))
                .extracting(Disagreement::toString)
                .containsExactly(
                        "apps: kubectl does not build `v1 ConfigMap shop/c`: no `kustomization.yaml` leads to its file.",
                        "apps/one: kubectl does not build `v1 ConfigMap shop/c`: no `kustomization.yaml` leads to its file.");
    }

    @Test
    void an_object_that_a_kustomization_changes_is_found_with_the_difference() {
        var changed = TREE.with(
                        FilePath.of("more/kustomization.yaml"), "namePrefix: x-\nresources:\n- config-map-d.yaml\n")
                .with(FilePath.of("more/config-map-d.yaml"), configMap("d", "no"));
        assertThat(KubectlKustomize.disagreements(changed))
                .extracting(Disagreement::toString)
                .containsExactly(
                        "more: kubectl does not build `v1 ConfigMap shop/d`: no `kustomization.yaml` leads to its file.",
                        "more: kubectl builds `v1 ConfigMap shop/x-d`, which no file holds.");
        var labelled = TREE.with(
                        FilePath.of("more/kustomization.yaml"),
                        "labels:\n- pairs: {a: b}\nresources:\n- config-map-d.yaml\n")
                .with(FilePath.of("more/config-map-d.yaml"), configMap("d", "no"));
        assertThat(KubectlKustomize.disagreements(labelled))
                .singleElement()
                .extracting(Disagreement::message)
                .asString()
                .startsWith("kubectl builds another `v1 ConfigMap shop/d`:\n--- rendered\n+++ kubectl\n")
                .contains("+    \"labels\" : {");
    }

    @Test
    void a_kustomization_that_lists_what_is_not_there_is_found() {
        var dangling = TREE.with(FilePath.of("more/kustomization.yaml"), "resources:\n- nothing.yaml\n");
        assertThat(KubectlKustomize.disagreements(dangling))
                .singleElement()
                .extracting(Disagreement::message)
                .asString()
                .startsWith("kubectl refuses it: ")
                .contains("accumulating resources", "nothing.yaml");
    }

    @Test
    void a_tree_without_kustomization_is_refused() {
        assertThatThrownBy(() -> KubectlKustomize.disagreements(FileTree.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no `kustomization.yaml` in any directory of the tree, so there is nothing to ask"
                        + " kubectl about.");
    }

    private static String configMap(String name, String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                  namespace: shop
                data:
                  value: "%s"
                """.formatted(name, value);
    }
}
