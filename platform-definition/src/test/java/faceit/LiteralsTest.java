package faceit;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.describe.Value.known;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Platform;
import dev.groundplan.files.FilePath;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.terraform.random.RandomSchema;
import dev.groundplan.testing.KubectlKustomize;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.testing.terraform.TerraformCore;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** A text is a text: what looks like a template of Terraform, Flux, Kubernetes or GitHub arrives letter by letter. */
class LiteralsTest {

    private static final String TEXT =
            "${var.x} %{if true} ${{ github.ref }} $${y} $(HOME) {{ $labels.z }} \"quoted\" \\";

    @Test
    @RequiresProgram("terraform")
    void terraform_keeps_what_looks_like_an_interpolation() throws JsonProcessingException {
        var core = TerraformCore.serving(AwsSchema.schema(), RandomSchema.schema());
        var rendered =
                groundplan(LiteralsTest::describe, FaceitPlatform.STAGING).render();
        try (var module = core.open(rendered, FilePath.of("staging/terraform/infra"))) {
            assertThat(module.apply()).isEmpty();
            assertThat(new ObjectMapper().readTree(module.state()).findValuesAsText("insecure_value"))
                    .contains(TEXT);
        }
    }

    @Test
    @RequiresProgram("kubectl")
    void kubectl_keeps_what_looks_like_an_interpolation() {
        var rendered =
                groundplan(LiteralsTest::describe, FaceitPlatform.STAGING).render();

        assertThat(KubectlKustomize.disagreements(rendered)).isEmpty();
        Map<String, Object> read = new Yaml()
                .load(rendered.texts().get(FilePath.of("staging/kubernetes/apps/shared/config-map-texts.yaml")));
        assertThat(read.get("data")).isEqualTo(Map.of("odd", TEXT));
    }

    private static Platform describe(Environment environment) {
        var map = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("test")
                .withName("texts")
                .endMetadata()
                .addToData("odd", TEXT)
                .build();
        return platform("faceit", environment)
                .with(parameterStore("texts", "/texts").withText("odd", known(TEXT)))
                .with(additional("texts", Elements.none().with(Layer.APPS.itself(), map)));
    }
}
