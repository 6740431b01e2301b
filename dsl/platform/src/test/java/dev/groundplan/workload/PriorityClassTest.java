package dev.groundplan.workload;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.workload.PriorityClass.priorityClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.kubernetes.ManifestText;
import org.junit.jupiter.api.Test;

class PriorityClassTest {

    @Test
    void priority_class_is_never_the_default() {
        assertThat(manifest(priorityClass("critical", 1000))).isEqualTo("""
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata:
                  name: critical
                globalDefault: false
                preemptionPolicy: PreemptLowerPriority
                value: 1000
                """);
    }

    @Test
    void pods_that_wait_evict_nobody() {
        assertThat(manifest(priorityClass("spare", -10).withoutPreemption()))
                .contains("preemptionPolicy: Never\n", "value: -10\n");
    }

    @Test
    void name_and_value_that_kubernetes_keeps_for_itself_are_refused() {
        assertThatThrownBy(() -> priorityClass("system-critical", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`system-critical` is a name that Kubernetes keeps for itself: choose one that does not begin with `system-`, as in priorityClass(\"critical\", 1000).");
        assertThatThrownBy(() -> priorityClass("critical", 1_000_000_001))
                .hasMessage(
                        "1000000001 is no priority: it must lie between -1000000000 and 1000000000, as in priorityClass(\"critical\", 1000).");
    }

    private static String manifest(PriorityClass priority) {
        return ManifestText.of(priority.expand(STAGING).kubernetes().getFirst().object());
    }
}
