package dev.groundplan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.Header;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealProgramsTest {

    private static final Header HEADER = new Header("shop.Shop");
    private static final long SEED = 20260101;

    /** kustomize hands every object to its YAML reader as JSON, where these stand raw: it fails, or reads a blank. */
    private static final String LOST_BY_KUSTOMIZE = "\u007f\u0085";

    private static final FilePath ROOT = FilePath.of("kubernetes");

    @TempDir
    Path directory;

    @Test
    void kustomize_gives_exactly_our_objects_from_every_directory() throws IOException, InterruptedException {
        var kubectl = RealProgram.named("kubectl");
        var apps = List.<HasMetadata>of(
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("shop")
                        .endMetadata()
                        .build(),
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("settings")
                        .withNamespace("shop")
                        .endMetadata()
                        .addToData("text", "${kept} $$ %{kept}\n")
                        .build());
        var configs = List.<HasMetadata>of(new ClusterRoleBuilder()
                .withNewMetadata()
                .withName("system:auth_delegator")
                .endMetadata()
                .build());
        var tree = KubernetesTree.empty().with(ROOT.resolve("apps/shop"), apps).with(ROOT.resolve("configs"), configs);
        Parsed.write(tree.files(HEADER), directory);

        assertThat(kustomized(kubectl, "kubernetes/apps/shop")).isEqualTo(expected(apps));
        assertThat(kustomized(kubectl, "kubernetes/apps")).isEqualTo(expected(apps));
        assertThat(kustomized(kubectl, "kubernetes/configs")).isEqualTo(expected(configs));
        assertThat(kustomized(kubectl, "kubernetes"))
                .hasSize(3)
                .containsAllEntriesOf(expected(apps))
                .containsAllEntriesOf(expected(configs));
    }

    @Test
    void a_thousand_objects_of_nasty_strings_come_back_equal_from_kustomize() throws IOException, InterruptedException {
        var kubectl = RealProgram.named("kubectl");
        var objects = generated(LOST_BY_KUSTOMIZE);
        Parsed.write(KubernetesTree.empty().with(ROOT, objects).files(HEADER), directory);

        assertThat(kustomized(kubectl, "kubernetes")).isEqualTo(expected(objects));
    }

    @Test
    void a_thousand_objects_of_nasty_strings_come_back_equal_from_snakeyaml() {
        generated("")
                .forEach(object -> assertThat(Parsed.objects(ManifestText.of(HEADER, object)))
                        .isEqualTo(expected(List.of(object))));
    }

    private static List<HasMetadata> generated(String without) {
        System.out.println("seed of the generated objects: " + SEED);
        return new GeneratedObjects(SEED, without).stream(1_000).toList();
    }

    private SortedMap<String, String> kustomized(RealProgram kubectl, String path)
            throws IOException, InterruptedException {
        return Parsed.kustomized(
                kubectl.output(directory, "kustomize", directory.resolve(path).toString()));
    }

    /** What Jackson alone says of the objects, without our writer and its rules. */
    private static SortedMap<String, String> expected(List<HasMetadata> objects) {
        var plain = new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        var found = new TreeMap<String, String>();
        for (var object : objects) {
            var metadata = object.getMetadata();
            var namespace = metadata.getNamespace() == null ? "" : metadata.getNamespace();
            found.put(
                    String.join(" ", object.getKind(), namespace, metadata.getName()),
                    Parsed.json(plain.valueToTree(object)));
        }
        return found;
    }
}
