package faceit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.FilePath;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.terraform.http.HttpSchema;
import dev.groundplan.terraform.random.RandomSchema;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.testing.terraform.TerraformCore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The value of a secret is in no file, no plan and no state. */
class SecretsTest {

    private static final String PASSWORD = "the-password-that-nobody-may-see";

    @Test
    @RequiresProgram("terraform")
    void password_of_the_database_is_in_no_plan_and_no_state() throws IOException {
        var core = TerraformCore.serving(AwsSchema.schema(), RandomSchema.schema(), HttpSchema.schema())
                .withAnswer("http", "status_code", 200)
                .withAnswer("random_password", "result", PASSWORD);
        try (var module = core.open(FaceitPlatform.GROUNDPLAN.render(), FilePath.of("production/terraform/infra"))) {
            var plan = module.plan();
            assertThat(plan.json().toString()).contains("password_wo_version").doesNotContain(PASSWORD);
            assertThat(unzipped(module.planFile())).contains("aws_db_instance").doesNotContain(PASSWORD);
            assertThat(module.apply()).isEmpty();
            assertThat(module.state()).contains("aws_db_instance").doesNotContain(PASSWORD);
        }
    }

    private static String unzipped(byte[] file) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
