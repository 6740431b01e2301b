package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundplan.Rendered;
import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.PartReference;
import dev.groundplan.eks.Namespace;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.network.Vpc;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    private static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final Namespace NAMESPACE =
            eksCluster("faceit", kubernetes("1.36"), NETWORK.privateSubnets()).namespace("test");
    private static final DatabaseLogin LOGIN =
            postgres("orders", version("17.5"), NETWORK.privateSubnets()).loginIn(parameterStore("faceit", "/faceit"));

    @Test
    void workload_without_options_is_an_account_and_a_deployment() {
        assertText(manifests(plain()), "workload-plain.yaml");
    }

    @Test
    void workload_with_every_option_renders_all_of_them() {
        var identity = workloadIdentity("uploader", NAMESPACE);
        var workload = plain().withIdentity(identity)
                .withReplicas(5)
                .withResources(millicores(250), mebibytes(256))
                .withMemoryLimit(mebibytes(512))
                .withCpuLimit(millicores(1000))
                .withPort(port(8080))
                .withPort("metrics", port(9090))
                .withEnv("MODE", "fast")
                .withEnv("DATABASE_USER", LOGIN.username())
                .withEnv("DATABASE_PASSWORD", LOGIN.password());

        assertText(manifests(workload), "workload-with-every-option.yaml");
    }

    @Test
    void workload_with_secrets_has_a_role_for_just_these_parameters() {
        var workload = plain().withEnv("DATABASE_PASSWORD", LOGIN.password());

        assertText(Rendered.on(STAGING, workload).text(), "workload-secrets.tf.json");
    }

    @Test
    void workload_refers_to_the_parts_it_needs_with_the_option_that_says_so() {
        var identity = workloadIdentity("uploader", NAMESPACE);
        var workload = plain().withIdentity(identity).withEnv("DATABASE_PASSWORD", LOGIN.password());

        assertThat(workload.references())
                .extracting(PartReference::to, PartReference::as)
                .containsExactly(
                        tuple(NAMESPACE, "namespace"),
                        tuple(identity, "identity"),
                        tuple(LOGIN, "env `DATABASE_PASSWORD`"));
        assertThat(workload.references())
                .allSatisfy(reference -> assertThat(reference.line().file()).isEqualTo("WorkloadTest.java"));
    }

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "$HOME, $HOME",
        "${HOME}, ${HOME}",
        "$(HOME), $$(HOME)",
        "a$$b, a$$$$b",
        "$$(HOME), $$$$(HOME)",
        "%{if}, %{if}"
    })
    void kubernetes_gives_the_program_the_text_that_was_written(String written, String rendered) {
        assertThat(env(plain().withEnv("TEXT", written)).getFirst().getValue()).isEqualTo(rendered);
    }

    @Test
    void option_does_not_change_the_workload_it_was_called_on() {
        var workload = plain();
        var before = manifests(workload);

        assertThat(workload.withReplicas(9).withEnv("A", "1").withPort(port(80)))
                .isNotSameAs(workload);
        assertThat(manifests(workload)).isEqualTo(before);
    }

    @Test
    void environment_variable_twice_is_refused() {
        var workload = plain().withEnv("MODE", "fast");
        int line = workload.container().env().getFirst().line().line();

        assertThatThrownBy(() -> workload.withEnv("MODE", LOGIN.password()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The workload `test-app` has the environment variable `MODE` twice: the first is at"
                        + " WorkloadTest.java:" + line + ". Leave one out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1ST", "A-B", "A.B", "A B", "É"})
    void environment_variable_that_is_no_identifier_is_refused(String name) {
        assertThatThrownBy(() -> plain().withEnv(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no name of an environment variable: write letters, digits and `_`, first no digit, as in \"POSTGRESQL_HOST\"."
                                .formatted(name));
    }

    @Test
    void port_twice_is_refused() {
        assertThatThrownBy(() -> plain().withPort(port(8080)).withPort("metrics", port(8080)))
                .hasMessage(
                        "The workload `test-app` has the port `http` (8080) already, so `metrics` (8080) can't be added: give each port its own name and number.");
        assertThatThrownBy(() -> plain().withPort(port(8080)).withPort(port(9090)))
                .hasMessage(
                        "The workload `test-app` has the port `http` (8080) already, so `http` (9090) can't be added: give each port its own name and number.");
    }

    @Test
    void port_name_out_of_its_grammar_is_refused() {
        assertThatThrownBy(() -> plain().withPort("a-name-of-16-chr", port(1)))
                .hasMessage(
                        "`a-name-of-16-chr` is no name of a port: write at most 15 lower-case letters, digits and single hyphens, one of them a letter, as in withPort(\"metrics\", port(9090)).");
        assertThatThrownBy(() -> plain().withPort("8080", port(1)))
                .hasMessage(
                        "`8080` is no name of a port: write at most 15 lower-case letters, digits and single hyphens, one of them a letter, as in withPort(\"metrics\", port(9090)).");
    }

    @Test
    void limit_below_what_is_promised_is_refused() {
        var workload = plain().withResources(millicores(500), mebibytes(256));

        assertThatThrownBy(() -> workload.withMemoryLimit(mebibytes(128)))
                .hasMessage(
                        "A memory limit of 128Mi is below the 256Mi that the workload is promised: write at least mebibytes(256).");
        assertThatThrownBy(() -> workload.withCpuLimit(millicores(100)))
                .hasMessage(
                        "A processor limit of 100m is below the 500m that the workload is promised: write at least millicores(500).");
    }

    @Test
    void impossible_number_of_replicas_is_refused() {
        assertThatThrownBy(() -> plain().withReplicas(-1))
                .hasMessage("-1 is no number of replicas: it must lie between 0 and 1000, as in withReplicas(3).");
    }

    private static Workload plain() {
        return workload("test-app", image("ghcr.io/acme/test-app:1.4.2"), NAMESPACE);
    }

    private static String manifests(Workload workload) {
        return workload.expand(STAGING).kubernetes().stream()
                .map(InPlace::object)
                .map(ManifestText::of)
                .collect(Collectors.joining("---\n"));
    }

    private static List<EnvVar> env(Workload workload) {
        return workload.expand(STAGING).kubernetes().stream()
                .map(InPlace::object)
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .flatMap(deployment ->
                        deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream())
                .toList();
    }
}
