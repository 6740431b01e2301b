package dev.groundplan.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.Objects;

/** Renders a {@link Rollout}: the strategy of the Deployment, and how its pods end. */
record RollingOut(Rollout rollout) implements Aspect {

    static final RollingOut DEFAULT = new RollingOut(Rollout.DEFAULT);

    /** What a load balancer of AWS needs, in seconds, to learn that a pod goes. */
    static final int NOTICE = 15;

    /** The notice, and as long again as Kubernetes gives a program that is told to end. */
    private static final long GRACE = NOTICE + 30;

    @Override
    public void adjust(DeploymentSpec deployment) {
        var rolling = deployment.getStrategy().getRollingUpdate();
        rolling.setMaxUnavailable(new IntOrString(0));
        rolling.setMaxSurge(new IntOrString(rollout.surge().value() + "%"));
        deployment.setMinReadySeconds(rollout.minReady().count());
        deployment.setProgressDeadlineSeconds(rollout.deadline().count());
    }

    @Override
    public void adjust(PodTemplateSpec template) {
        var main = template.getSpec().getContainers().getFirst();
        if (main.getPorts().isEmpty()) {
            return;
        }
        sleepBeforeStop(main);
        if (template.getSpec().getTerminationGracePeriodSeconds() == null) {
            template.getSpec().setTerminationGracePeriodSeconds(GRACE);
        }
    }

    /** Kubernetes sleeps itself: the image needs no shell. */
    private static void sleepBeforeStop(Container container) {
        var lifecycle = Objects.requireNonNullElseGet(container.getLifecycle(), Lifecycle::new);
        if (lifecycle.getPreStop() == null) {
            lifecycle.setPreStop(
                    new LifecycleHandlerBuilder().withNewSleep((long) NOTICE).build());
        }
        container.setLifecycle(lifecycle);
    }
}
