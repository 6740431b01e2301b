package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.workload.Fixture.IMAGE;
import static dev.groundplan.workload.Fixture.LOGIN;
import static dev.groundplan.workload.Fixture.NAMESPACE;
import static dev.groundplan.workload.Fixture.manifests;
import static dev.groundplan.workload.PodContainer.container;
import static dev.groundplan.workload.RegistryAccount.registryAccount;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.Rendered;
import dev.groundplan.facts.PrivateImages;
import dev.groundplan.secrets.ParameterStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullingTest {

    private static final ParameterStore PARAMETERS =
            parameterStore("faceit", "/faceit").withSecret("registry/ghcr").withSecret("registry/quay");
    private static final RegistryAccount GHCR =
            registryAccount("ghcr.io/acme", "acme-bot", PARAMETERS.secret("registry/ghcr"));
    private static final RegistryAccount QUAY =
            registryAccount("quay.io", "acme+robot", PARAMETERS.secret("registry/quay"));

    @Test
    void account_renders_to_the_secret_that_the_kubelet_logs_in_with() {
        assertText(manifests(plain().pulledWith(GHCR)), "workload-pulled.yaml");
    }

    @Test
    void password_is_read_by_the_role_that_reads_the_other_secrets_of_the_workload() {
        var workload = plain().withEnv("PASSWORD", LOGIN.password()).pulledWith(GHCR);

        assertThat(Rendered.on(STAGING, workload).text())
                .contains("parameter/faceit/orders/password")
                .contains("parameter/faceit/registry/ghcr");
        assertThat(workload.expand(STAGING).facts(PrivateImages.class))
                .containsExactly(new PrivateImages(
                        "ghcr.io/acme",
                        "the workload `app` logs in for `ghcr.io/acme`",
                        "pull it with that account as well: .pulledWith(…)"));
    }

    @Test
    void several_accounts_are_one_config_whose_template_is_json_once_it_is_filled_in() throws Exception {
        var workload = plain().withSidecar(container("proxy", image("quay.io/acme/proxy:2.1.0")))
                .pulledWith(GHCR, QUAY);

        var template = manifests(workload)
                .lines()
                .filter(line -> line.strip().startsWith(".dockerconfigjson:"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*?: '", "")
                .replaceFirst("'$", "");
        var filled = template.replace("{{ printf \"%s:%s\" \"acme-bot\" .password1 | b64enc }}", base64("acme-bot:a"))
                .replace("{{ printf \"%s:%s\" \"acme+robot\" .password2 | b64enc }}", base64("acme+robot:b"));

        var auths = new ObjectMapper().readTree(filled).get("auths");
        assertThat(auths.at("/ghcr.io~1acme/auth").asText()).isEqualTo(base64("acme-bot:a"));
        assertThat(auths.at("/quay.io/auth").asText()).isEqualTo(base64("acme+robot:b"));
        assertThat(auths).hasSize(2);
    }

    @Test
    void docker_hub_has_a_name_from_its_beginnings() {
        var hub = registryAccount("docker.io/acme", "acme", PARAMETERS.secret("registry/ghcr"));

        assertThat(manifests(workload("app", image("docker.io/acme/app:1.0.0"), NAMESPACE)
                        .pulledWith(hub)))
                .contains("{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\"");
    }

    @Test
    void account_for_none_of_the_images_is_refused() {
        var workload = plain().pulledWith(QUAY);

        assertThatThrownBy(() -> workload.expand(STAGING))
                .hasMessage(
                        "The workload `app` logs in for images of `quay.io`, and runs none of them, but `ghcr.io/acme/test-app`: leave the account out of pulledWith(…), or write how the names of its images begin.");
    }

    @Test
    void two_accounts_for_the_same_images_are_refused() {
        var other = registryAccount("ghcr.io/acme", "other-bot", PARAMETERS.secret("registry/quay"));

        assertThatThrownBy(() -> plain().pulledWith(GHCR, other))
                .hasMessage(
                        "The kubelet takes one account for `ghcr.io/acme`, and here are two, of `acme-bot` and of `other-bot`: leave one out of pulledWith(…).");
    }

    @Test
    void no_account_is_refused() {
        assertThatThrownBy(() -> plain().pulledWith())
                .hasMessage(
                        "The workload `app` is pulled with no account: name one, as in pulledWith(ghcr), or leave the call out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ghcr.io/Acme ; bot ; `ghcr.io/Acme` is no registry: write its host, and a part of the path if the account is for that only, all in lower case and without a tag, as in \"ghcr.io/acme\".",
                "ghcr ; bot ; `ghcr` is no registry: write its host, and a part of the path if the account is for that only, all in lower case and without a tag, as in \"ghcr.io/acme\".",
                "https://ghcr.io ; bot ; `https://ghcr.io` is no registry: write its host, and a part of the path if the account is for that only, all in lower case and without a tag, as in \"ghcr.io/acme\".",
                "ghcr.io/acme/app:1.0 ; bot ; `ghcr.io/acme/app:1.0` is no registry: write its host, and a part of the path if the account is for that only, all in lower case and without a tag, as in \"ghcr.io/acme\".",
                "111122223333.dkr.ecr.eu-west-2.amazonaws.com ; AWS ; Nobody logs in at `111122223333.dkr.ecr.eu-west-2.amazonaws.com`: nodes pull from the registries of AWS with their own role. Leave the account out.",
                "ghcr.io ; a:b ; `a:b` is no user of a registry: write letters, digits and `$+@._|-`, as in \"acme-bot\".",
                "ghcr.io ; a\"b ; `a\"b` is no user of a registry: write letters, digits and `$+@._|-`, as in \"acme-bot\".",
            })
    void what_is_no_account_is_refused(String images, String user, String message) {
        assertThatThrownBy(() -> registryAccount(images, user, PARAMETERS.secret("registry/ghcr")))
                .hasMessage(message.strip());
    }

    private static Workload plain() {
        return workload("app", IMAGE, NAMESPACE);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
