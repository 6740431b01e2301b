package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.percent;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.workload.Fixture.IMAGE;
import static dev.groundplan.workload.Fixture.LOGIN;
import static dev.groundplan.workload.Fixture.NAMESPACE;
import static dev.groundplan.workload.Fixture.manifests;
import static dev.groundplan.workload.NodeAgent.nodeAgent;
import static dev.groundplan.workload.OneTimeJob.oneTimeJob;
import static dev.groundplan.workload.Schedule.cron;
import static dev.groundplan.workload.ScheduledJob.scheduledJob;
import static dev.groundplan.workload.StatefulWorkload.statefulWorkload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @Test
    void scheduled_job_renders_to_a_cron_job() {
        var job = scheduledJob(
                        "cleanup", IMAGE, NAMESPACE, cron("30 3 1-7 * MON").inZone("Europe/London"))
                .withCommand("/app/cleanup")
                .withEnv("PASSWORD", LOGIN.password())
                .withOverlap(Overlap.REPLACE)
                .withStartingDeadline(seconds(60))
                .withHistory(5)
                .withRetries(1)
                .withTimeLimit(seconds(3600));

        assertText(manifests(job), "workload-scheduled.yaml");
    }

    @Test
    void one_time_job_renders_to_a_job_that_flux_replaces() {
        var job = oneTimeJob("import", IMAGE, NAMESPACE).withArguments("--all").withConfigFile("/etc/app/a", "1");

        assertText(manifests(job), "workload-once.yaml");
    }

    @Test
    void stateful_workload_has_names_and_disks() {
        var workload = statefulWorkload("queue", IMAGE, NAMESPACE)
                .withPort(port(5672))
                .withReplicas(3)
                .withDisk("/var/lib/queue", gibibytes(20))
                .withDisk("/var/lib/queue/log", gibibytes(5))
                .withStorageClass("gp3")
                .losingDisks();

        assertText(manifests(workload), "workload-stateful.yaml");
        assertThat(workload.expand(STAGING).facts(Need.class))
                .containsExactly(new Need(workload.placement(), Capability.storageClass("gp3")));
    }

    @Test
    void stateful_workload_keeps_its_disks_and_takes_the_class_of_the_cluster() {
        var workload = statefulWorkload("queue", IMAGE, NAMESPACE).withDisk("/data", gibibytes(1));

        assertThat(manifests(workload))
                .contains("whenDeleted: Retain\n    whenScaled: Retain\n")
                .doesNotContain("storageClassName");
        assertThat(workload.expand(STAGING).facts(Need.class)).isEmpty();
    }

    @Test
    void node_agent_runs_on_each_node() {
        var agent = nodeAgent("collector", IMAGE, NAMESPACE)
                .onNodesTainted("example.com/batch")
                .withReplacedAtATime(percent(25));

        assertText(manifests(agent), "workload-agent.yaml");
        assertThat(manifests(nodeAgent("collector", IMAGE, NAMESPACE).onEveryNode()))
                .contains("tolerations:\n      - operator: Exists\n");
    }

    @Test
    void option_of_the_form_outlives_an_option_of_the_pod() {
        var job = scheduledJob("cleanup", IMAGE, NAMESPACE, cron("0 3 * * *"))
                .withHistory(7)
                .withRetries(5)
                .withEnv("A", "1")
                .withUser(1000);

        assertThat(manifests(job))
                .contains("backoffLimit: 5")
                .contains("successfulJobsHistoryLimit: 7")
                .contains("timeZone: Etc/UTC")
                .contains("runAsUser: 1000");
        assertThat(manifests(statefulWorkload("queue", IMAGE, NAMESPACE)
                        .withReplicas(4)
                        .withEnv("A", "1")))
                .contains("replicas: 4");
        assertThat(manifests(
                        nodeAgent("a", IMAGE, NAMESPACE).onNodesTainted("b").withEnv("A", "1")))
                .contains("key: b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 3 * * *", "*/15 * * * *", "0,30 8-18/2 1 JAN-mar MON-FRI", "59 23 31 12 6", "0 0 * * sun"})
    void schedules_of_cron_are_taken(String fields) {
        assertThatCode(() -> cron(fields)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "60 * * * *, 60, minute, 0, 59",
        "0 24 * * *, 24, hour, 0, 23",
        "0 0 0 * *, 0, day, 1, 31",
        "0 0 * 13 *, 13, month, 1, 12",
        "0 0 * * 7, 7, day of the week, 0, 6",
        "x * * * *, x, minute, 0, 59",
        "*/0 * * * *, */0, minute, 0, 59",
        "1-2-3 * * * *, 1-2-3, minute, 0, 59"
    })
    void field_out_of_its_bounds_is_refused(String fields, String wrong, String field, int least, int most) {
        assertThatThrownBy(() -> cron(fields))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no %s of a schedule: write %s to %s, `*`, a range `a-b`, a step `*/n` or several with commas, as in cron(\"0 3 * * *\")."
                                .formatted(wrong, field, least, most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@daily", "0 3 * *", "0 3 * * * *", "", "TZ=UTC 0 3 * * *"})
    void what_has_not_five_fields_is_refused(String fields) {
        assertThatThrownBy(() -> cron(fields))
                .hasMessage(
                        "`%s` is no schedule: write minute, hour, day, month and day of the week, as in cron(\"0 3 * * *\")."
                                .formatted(fields));
    }

    @Test
    void impossible_options_are_refused() {
        var job = scheduledJob("cleanup", IMAGE, NAMESPACE, cron("0 3 * * *"));

        assertThatThrownBy(() -> cron("0 3 * * *").inZone("London"))
                .hasMessage(
                        "`London` is no time zone: write its name in the IANA database, as in inZone(\"Europe/London\").");
        assertThatThrownBy(() -> job.withStartingDeadline(seconds(9)))
                .hasMessage(
                        "A run that may start 9 s late would be left out, since Kubernetes looks every 10 s: write at least seconds(10).");
        assertThatThrownBy(() -> job.withHistory(-1))
                .hasMessage("-1 is no number of runs to keep: it must lie between 0 and 100, as in withHistory(3).");
        assertThatThrownBy(() -> job.withRetries(101))
                .hasMessage("101 is no number of retries: it must lie between 0 and 100, as in withRetries(3).");
        assertThatThrownBy(() -> job.withTimeLimit(seconds(0)))
                .hasMessage("A job of 0 s does nothing: write at least seconds(1).");
        assertThatThrownBy(() -> statefulWorkload("queue", IMAGE, NAMESPACE)
                        .withDisk("/data", gibibytes(1).growingTo(gibibytes(2))))
                .hasMessage("A disk at `/data` can't grow by itself: write its size alone, as in gibibytes(2).");
        assertThatThrownBy(() -> statefulWorkload("queue", IMAGE, NAMESPACE).withReplicas(1001))
                .hasMessage("1001 is no number of replicas: it must lie between 0 and 1000, as in withReplicas(3).");
        assertThatThrownBy(() -> nodeAgent("collector", IMAGE, NAMESPACE).onNodesTainted(" "))
                .hasMessage(
                        "A taint without a key is every taint: write its key, as in onNodesTainted(\"example.com/batch\"), or onEveryNode().");
    }
}
