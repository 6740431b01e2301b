package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.workload.Fixture.IMAGE;
import static dev.groundplan.workload.Fixture.LOGIN;
import static dev.groundplan.workload.Fixture.NAMESPACE;
import static dev.groundplan.workload.Fixture.manifests;
import static dev.groundplan.workload.Probe.tcp;
import static dev.groundplan.workload.Volume.configMap;
import static dev.groundplan.workload.Workload.workload;
import static dev.groundplan.workload.contract.Dekorate.fromDekorate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.facts.ContractOf;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractWorkloadTest {

    @Test
    void app_with_a_contract_brings_its_ports_probes_user_and_time_to_stop() {
        assertText(manifests(testApp()), "workload-contract.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.kubernetes.io/version",
                "image: root/test-app:0.1.0",
                "imagePullPolicy",
                "app.dekorate.io",
                "<<unknown>>",
                "app.groundplan.dev",
                "KUBERNETES_NAMESPACE",
                "defaultMode: 384",
                "replicas: 1",
                "targetPort: 8080"
            })
    void what_dekorate_does_badly_is_in_its_manifest_and_not_in_ours(String text) {
        assertThat(dekorated()).contains(text);
        assertThat(manifests(testApp())).doesNotContain(text);
    }

    @Test
    void selector_labels_image_and_annotations_are_the_platforms() {
        var deployment = deployment();
        var template = deployment.getSpec().getTemplate();

        assertThat(deployment.getSpec().getSelector().getMatchLabels())
                .containsExactly(entry("app.kubernetes.io/name", "test-app"));
        assertThat(deployment.getMetadata().getLabels()).containsExactly(entry("app.kubernetes.io/name", "test-app"));
        assertThat(template.getMetadata().getLabels()).containsExactly(entry("app.kubernetes.io/name", "test-app"));
        assertThat(deployment.getMetadata().getAnnotations()).isNullOrEmpty();
        assertThat(template.getMetadata().getAnnotations()).isNullOrEmpty();
        assertThat(template.getSpec().getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getImage()).isEqualTo(IMAGE.toString());
            assertThat(container.getImagePullPolicy()).isNull();
        });
    }

    @Test
    void what_the_description_says_itself_stays() {
        var workload = testApp()
                .withPort(port(8081))
                .withLivenessProbe(tcp())
                .withGracePeriod(seconds(90))
                .withUser(1000);

        assertThat(manifests(workload))
                .contains("containerPort: 8081")
                .doesNotContain("8080")
                .contains("tcpSocket:")
                .doesNotContain("/observe/health/live")
                .contains("/observe/health/ready")
                .contains("terminationGracePeriodSeconds: 90")
                .contains("runAsUser: 1000");
    }

    @Test
    void files_are_mounted_as_in_a_workload_without_a_contract() {
        var workload = testApp().withConfigFile("/etc/app/app.yaml", "colour: red\n");

        assertThat(manifests(workload)).contains("""
                        volumeMounts:
                        - mountPath: /etc/ssl/rds
                          name: rds-certificates
                          readOnly: true
                        - mountPath: /etc/secrets
                          name: files-1
                          readOnly: true
                        - mountPath: /etc/app
                          name: files-2
                          readOnly: true
                """);
    }

    @Test
    void contract_is_stated_for_the_checks() {
        assertThat(testApp().expand(STAGING).facts(ContractOf.class))
                .containsExactly(new ContractOf(fromDekorate("test-app"), "test", "test-app"));
    }

    private static String dekorated() {
        try (var manifest = ContractWorkloadTest.class.getResourceAsStream("/contracts/test-app/kubernetes.yml")) {
            return new String(requireNonNull(manifest).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deployment deployment() {
        return testApp().expand(STAGING).kubernetes().stream()
                .map(InPlace::object)
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Workload testApp() {
        return workload(fromDekorate("test-app"), IMAGE, NAMESPACE)
                .withPreStopSleep(seconds(15))
                .withEnvFile("POSTGRESQL_PASSWORD_FILE", LOGIN.password())
                .withVolume("/etc/ssl/rds", configMap("rds-certificates"));
    }
}
