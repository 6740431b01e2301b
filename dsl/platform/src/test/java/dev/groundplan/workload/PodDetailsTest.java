package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.workload.Fixture.IMAGE;
import static dev.groundplan.workload.Fixture.LOGIN;
import static dev.groundplan.workload.Fixture.NAMESPACE;
import static dev.groundplan.workload.Fixture.manifests;
import static dev.groundplan.workload.PodContainer.container;
import static dev.groundplan.workload.Probe.exec;
import static dev.groundplan.workload.Probe.grpc;
import static dev.groundplan.workload.Probe.http;
import static dev.groundplan.workload.Probe.tcp;
import static dev.groundplan.workload.Volume.claim;
import static dev.groundplan.workload.Volume.configMap;
import static dev.groundplan.workload.Volume.scratch;
import static dev.groundplan.workload.Volume.scratchInMemory;
import static dev.groundplan.workload.Volume.token;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.PartReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodDetailsTest {

    @Test
    void probes_lifecycle_and_user_render_to_the_pod() {
        var workload = plain().withPort(port(8080))
                .withPort("admin", port(9090))
                .withStartupProbe(http("/started").withPeriod(seconds(2)).withFailures(15))
                .withReadinessProbe(http("/ready?deep=1")
                        .onPort("admin")
                        .withPeriod(seconds(5))
                        .withTimeout(seconds(5))
                        .withFailures(1))
                .withLivenessProbe(tcp().withInitialDelay(seconds(20)))
                .withPreStopSleep(seconds(15))
                .withGracePeriod(seconds(45))
                .withUser(1000)
                .withCommand("/app/serve")
                .withArguments("--fast", "$(HOME)");

        assertText(manifests(workload), "workload-life.yaml");
    }

    @Test
    void secret_in_a_file_is_named_by_its_variable() {
        var workload = plain().withEnvFile("DATABASE_PASSWORD_FILE", LOGIN.password());

        assertText(manifests(workload), "workload-env-file.yaml");
        assertThatThrownBy(() -> workload.withEnvFile("DATABASE_PASSWORD", LOGIN.password()))
                .hasMessage(
                        "The workload `test-app` has something mounted at `/etc/secrets/DATABASE_PASSWORD` already: leave one out, or give it another path.");
        assertThatThrownBy(() -> plain().withEnvFile("database-password", LOGIN.password()))
                .hasMessage(
                        "`database-password` is no name of an environment variable: write letters, digits and `_`, first no digit, as in \"POSTGRESQL_HOST\".");
    }

    @Test
    void pods_follow_their_secrets_by_an_annotation() {
        assertThat(manifests(plain().restartedOnChange())).contains("""
                kind: Deployment
                metadata:
                  annotations:
                    secret.reloader.stakater.com/auto: "true"
                """);
    }

    @Test
    void volumes_and_files_render_to_the_pod_and_a_config_map() {
        var workload = plain().withVolume("/tmp", scratch("tmp", mebibytes(64)))
                .withVolume("/dev/shm", scratchInMemory("shared", mebibytes(16)))
                .withVolume("/data", claim("data"))
                .withVolume("/etc/ssl/ours", configMap("certificates"))
                .withVolume("/run/tokens", token("vault", "vault", seconds(3600)))
                .withConfigFile("/etc/app/app.yaml", "greeting: \"$(HOME) ${HOME} $$ %{if}\"\n\ttab: yes\r\n")
                .withConfigFile("/etc/app/empty", "")
                .withSecretFile("/run/secrets/database/password", LOGIN.password())
                .withEnv("USER", LOGIN.username());

        assertText(manifests(workload), "workload-volumes.yaml");
    }

    @Test
    void containers_before_and_beside_are_as_restricted_as_the_main_one() {
        var workload = plain().withPort(port(8080))
                .withInitContainer(container("migrate", image("ghcr.io/acme/migrate:2.0.0"))
                        .withCommand("/migrate", "up")
                        .withEnv("PASSWORD", LOGIN.password())
                        .withVolume("/work", scratch("work", mebibytes(16))))
                .withSidecar(container("proxy", image("ghcr.io/acme/proxy:3.1.0"))
                        .withPort("proxy", port(6432))
                        .withStartupProbe(grpc().onPort("proxy"))
                        .withLivenessProbe(exec("/bin/check", "--quick"))
                        .withResources(millicores(50), mebibytes(32))
                        .withConfigFile("/etc/proxy/proxy.ini", "[proxy]\n")
                        .withPreStopSleep(seconds(5)))
                .withVolume("/work", scratch("work", mebibytes(16)))
                .withEnv("PASSWORD", LOGIN.password());

        assertText(manifests(workload), "workload-containers.yaml");
        assertThat(workload.references())
                .extracting(PartReference::as)
                .containsExactly("namespace", "env `PASSWORD`", "env `PASSWORD`");
    }

    @Test
    void changed_text_of_a_file_changes_the_pod_template() {
        var first = hash(plain().withConfigFile("/etc/app/a", "1"));

        assertThat(hash(plain().withConfigFile("/etc/app/a", "2"))).isNotEqualTo(first);
        assertThat(hash(plain().withConfigFile("/etc/app/a1", ""))).isNotEqualTo(first);
        assertThat(hash(plain().withConfigFile("/etc/app/a", "1"))).isEqualTo(first);
    }

    @Test
    void probe_of_a_port_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> manifests(plain().withReadinessProbe(http("/"))))
                .hasMessage(
                        "A probe of the workload `test-app` asks the port `http`, and the container has none of that name: add it, as in withPort(\"http\", port(8080)), or ask another, as in http(\"/health\").onPort(\"admin\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health", "/a b", "/ä"})
    void path_that_no_probe_can_ask_is_refused(String path) {
        assertThatThrownBy(() -> http(path))
                .hasMessage(
                        "`" + path
                                + "` is no path of a probe: write it from its `/` on, without blanks, as in http(\"/health\").");
    }

    @Test
    void impossible_times_of_a_probe_are_refused() {
        assertThatThrownBy(() -> tcp().withPeriod(seconds(0)))
                .hasMessage("A period of 0 s is no period of a probe: write at least seconds(1).");
        assertThatThrownBy(() -> tcp().withTimeout(seconds(0)))
                .hasMessage("A timeout of 0 s is no timeout of a probe: write at least seconds(1).");
        assertThatThrownBy(() -> tcp().withFailures(0))
                .hasMessage("0 is no number of failures: it must lie between 1 and 1000, as in withFailures(3).");
        assertThatThrownBy(() -> exec())
                .hasMessage("A probe of a program needs the program, as in exec(\"/usr/bin/pg_isready\").");
        assertThatThrownBy(() -> seconds(-1))
                .hasMessage("-1 is no number of seconds: it must lie between 0 and 86400, as in seconds(30).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/app", "/", "/a/", "/a//b", "/a/../b", "/a:b", ""})
    void path_that_nothing_can_be_mounted_at_is_refused(String path) {
        assertThatThrownBy(() -> plain().withVolume(path, claim("data")))
                .hasMessage(
                        "`%s` is no path in a container: write it from `/` on in letters, digits and `._-`, as in \"/etc/app/app.yaml\"."
                                .formatted(path));
    }

    @Test
    void file_in_the_root_is_refused() {
        assertThatThrownBy(() -> plain().withConfigFile("/app.yaml", ""))
                .hasMessage(
                        "`/app.yaml` can't be mounted: a file comes with its directory, and that would be the root. Write another, as in \"/etc/app/app.yaml\".");
    }

    @Test
    void path_that_is_taken_is_refused() {
        assertThatThrownBy(() -> plain().withVolume("/data", claim("data")).withVolume("/data", claim("other")))
                .hasMessage(
                        "The workload `test-app` has something mounted at `/data` already: leave one out, or give it another path.");
    }

    @Test
    void files_of_one_key_are_refused() {
        var workload = plain().withConfigFile("/etc/a.b", "1").withConfigFile("/etc/a/b", "2");

        assertThatThrownBy(() -> manifests(workload))
                .hasMessage(
                        "The file `/etc/a/b` would have the key `etc.a.b` in the ConfigMap, which another file has: give it another name.");
    }

    @Test
    void two_volumes_of_one_name_are_refused() {
        var workload = plain().withVolume("/a", scratch("work", mebibytes(16)))
                .withVolume("/b", scratch("work", mebibytes(32)));

        assertThatThrownBy(() -> manifests(workload))
                .hasMessage(
                        "Two volumes of the workload `test-app` are called `work` and are not the same: give each its own name.");
    }

    @Test
    void two_containers_of_one_name_are_refused() {
        assertThatThrownBy(() -> plain().withSidecar(container("test-app", IMAGE)))
                .hasMessage(
                        "The workload `test-app` has a container called `test-app` already: give each its own name.");
    }

    @Test
    void probe_of_a_container_that_has_ended_is_refused() {
        var first = container("migrate", IMAGE).withStartupProbe(exec("true"));

        assertThatThrownBy(() -> plain().withInitContainer(first))
                .hasMessage(
                        "The container `migrate` ends before the others start, so nobody probes it or waits before it stops: leave that out, or make it a sidecar with withSidecar(…).");
    }

    @Test
    void root_is_refused() {
        assertThatThrownBy(() -> plain().withUser(0))
                .hasMessage("0 is no user to run as: it must be 1 or more, since 0 is root, as in withUser(65532).");
    }

    @Test
    void token_of_a_short_life_is_refused() {
        assertThatThrownBy(() -> token("vault", "vault", seconds(599)))
                .hasMessage("A token that is good for 599 s is refused by Kubernetes: write at least seconds(600).");
    }

    private static Workload plain() {
        return workload("test-app", IMAGE, NAMESPACE);
    }

    private static String hash(Workload workload) {
        return manifests(workload)
                .lines()
                .filter(line -> line.contains("app.groundplan.dev/files"))
                .findFirst()
                .orElseThrow();
    }
}
