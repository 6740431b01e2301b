package dev.groundplan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class AllKindsTest {

    @Test
    void every_kind_of_the_model_is_written_as_it_is_made() {
        var kinds = kinds();

        assertThat(kinds).hasSizeGreaterThan(90);
        kinds.forEach(AllKindsTest::isWritten);
    }

    private static void isWritten(HasMetadata object) {
        object.setMetadata(new ObjectMetaBuilder().withName("x").build());
        var text = ManifestText.of(object);

        assertThat(text)
                .as(object.getClass().getName())
                .startsWith("apiVersion: " + object.getApiVersion() + "\nkind: ");
        assertThat(new Yaml().<Object>load(text))
                .as(object.getClass().getName())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("apiVersion", object.getApiVersion())
                .containsEntry("kind", object.getKind())
                .containsKey("metadata")
                .doesNotContainKeys("status", "additionalProperties");
    }

    private static List<HasMetadata> kinds() {
        var kinds = new ArrayList<HasMetadata>();
        for (var resource : ServiceLoader.load(KubernetesResource.class)) {
            if (resource instanceof HasMetadata object && object.getKind() != null && object.getApiVersion() != null) {
                kinds.add(object);
            }
        }
        return kinds;
    }
}
