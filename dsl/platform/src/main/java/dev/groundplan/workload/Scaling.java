package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Site;
import dev.groundplan.values.Percent;
import dev.groundplan.values.Range;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicyBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehaviorBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * More pods under load and fewer without: a HorizontalPodAutoscaler, which then owns {@code replicas}.
 *
 * <p>Up at once, doubled or by four each minute, whichever is more; down only after five quiet minutes, and by half a minute at
 * most.
 */
record Scaling(Range count, Percent cpu, Optional<Percent> memory) implements Aspect {

    private static final int A_MINUTE = 60;
    private static final int QUIET = 300;

    Scaling {
        if (count.least() < 1) {
            throw new IllegalArgumentException(
                    "A workload can't be scaled down to %d pods by how busy they are: with none there is nothing to measure. Write at least 1, as in withAutoscaling(between(1, %d), percent(70))."
                            .formatted(count.least(), count.most()));
        }
    }

    @Override
    public void adjust(DeploymentSpec deployment) {
        deployment.setReplicas(null);
    }

    @Override
    public Elements expand(WorkloadForm<?> workload, Site site) {
        return Elements.none().with(workload.placement(), autoscaler(workload.pod()));
    }

    private HorizontalPodAutoscaler autoscaler(Pod pod) {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(WorkloadObjects.metadata(pod, pod.name()))
                .withNewSpec()
                .withNewScaleTargetRef()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withName(pod.name())
                .endScaleTargetRef()
                .withMinReplicas(count.least())
                .withMaxReplicas(count.most())
                .withMetrics(metrics())
                .withBehavior(behavior())
                .endSpec()
                .build();
    }

    private List<MetricSpec> metrics() {
        var metrics = new ArrayList<MetricSpec>();
        metrics.add(metric("cpu", cpu));
        memory.ifPresent(share -> metrics.add(metric("memory", share)));
        return metrics;
    }

    private static MetricSpec metric(String resource, Percent share) {
        return new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName(resource)
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(share.value())
                .endTarget()
                .endResource()
                .build();
    }

    private static HorizontalPodAutoscalerBehavior behavior() {
        return new HorizontalPodAutoscalerBehaviorBuilder()
                .withNewScaleUp()
                .withStabilizationWindowSeconds(0)
                .withSelectPolicy("Max")
                .withPolicies(policy("Percent", 100), policy("Pods", 4))
                .endScaleUp()
                .withNewScaleDown()
                .withStabilizationWindowSeconds(QUIET)
                .withSelectPolicy("Max")
                .withPolicies(policy("Percent", 50))
                .endScaleDown()
                .build();
    }

    private static HPAScalingPolicy policy(String type, int value) {
        return new HPAScalingPolicyBuilder()
                .withType(type)
                .withValue(value)
                .withPeriodSeconds(A_MINUTE)
                .build();
    }
}
