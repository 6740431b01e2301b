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
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.facts.ContractOf;
import org.junit.jupiter.api.Test;

class ContractWorkloadTest {

    @Test
    void app_with_a_contract_brings_its_ports_probes_user_and_time_to_stop() {
        assertText(manifests(testApp()), "workload-contract.yaml");
    }

    @Test
    void what_dekorate_does_badly_is_not_taken_over() {
        assertThat(manifests(testApp()))
                .doesNotContain("version")
                .doesNotContain("root/test-app")
                .doesNotContain("imagePullPolicy")
                .doesNotContain("dekorate")
                .doesNotContain("unknown")
                .doesNotContain("KUBERNETES_NAMESPACE")
                .doesNotContain("defaultMode: 384");
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

    private static Workload testApp() {
        return workload(fromDekorate("test-app"), IMAGE, NAMESPACE)
                .withPreStopSleep(seconds(15))
                .withEnvFile("POSTGRESQL_PASSWORD_FILE", LOGIN.password())
                .withVolume("/etc/ssl/rds", configMap("rds-certificates"));
    }
}
