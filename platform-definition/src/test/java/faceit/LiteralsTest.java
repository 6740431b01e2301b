package faceit;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.describe.Value.known;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Platform;
import dev.groundplan.files.FilePath;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.terraform.random.RandomSchema;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.testing.terraform.TerraformCore;
import org.junit.jupiter.api.Test;

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

    private static Platform describe(Environment environment) {
        return platform("faceit", environment)
                .with(parameterStore("texts", "/texts").withText("odd", known(TEXT)));
    }
}
