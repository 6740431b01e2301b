package dev.groundplan.workload;

import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.AppContract;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Percent;
import dev.groundplan.values.Range;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A program that runs all the time in a namespace.
 *
 * <p>Renders to a {@code Deployment}, a {@code ServiceAccount}, a {@code Service} when it has ports, and, when it reads
 * secrets, to a role in AWS that may read these parameters and no others, and a {@code SecretStore} and an
 * {@code ExternalSecret} that bring them. Its pods pass the pod security standard {@code restricted}, are spread over zones and
 * nodes, and no more than one of them is evicted at a time ({@code PodDisruptionBudget}); how one version follows another is
 * its {@link Rollout}.
 */
public final class Workload extends LastingForm<Workload> {

    private static final int REPLICAS = 2;

    private Optional<Integer> replicas = Optional.empty();

    private Workload(Pod pod) {
        super(pod);
    }

    private Workload(Workload workload, Pod pod) {
        super(pod);
        replicas = workload.replicas;
    }

    /**
     * Returns a program without ports and environment, two of it, each promised a tenth of a core and 128 MiB.
     *
     * @param name what it is called; renders to {@code metadata.name} of its objects
     * @param image what runs
     * @param namespace where it runs
     */
    public static Workload workload(String name, ImageReference image, Namespace namespace) {
        return new Workload(Pod.pod(PartId.of("workload", name), image, namespace)
                .with(RollingOut.DEFAULT)
                .with(Spreading.DEFAULT)
                .with(DisruptionBudget.DEFAULT));
    }

    /**
     * Returns an app that says itself what it offers and needs: called as the contract calls it, see {@link #withContract}.
     *
     * <pre>{@code
     * workload(fromDekorate("test-app"), image("ghcr.io/acme/test-app:1.4.2"), cluster.namespace("test"))
     *         .withEnv("POSTGRESQL_PASSWORD", login.password())
     * }</pre>
     */
    public static Workload workload(AppContract contract, ImageReference image, Namespace namespace) {
        return workload(contract.app(), image, namespace).withContract(contract);
    }

    /**
     * Returns this workload running so many times; renders to {@code spec.replicas}.
     *
     * @param count 0 to 1000
     */
    public Workload withReplicas(int count) {
        if (count < 0 || count > 1000) {
            throw new IllegalArgumentException(
                    "%s is no number of replicas: it must lie between 0 and 1000, as in withReplicas(3)."
                            .formatted(count));
        }
        var copy = changed(pod());
        copy.replicas = Optional.of(count);
        return copy.refusingTwoSizes();
    }

    /**
     * Returns this workload with more pods under load and fewer without; renders to {@code HorizontalPodAutoscaler}, and to no
     * {@code replicas}, which are the autoscaler's then.
     *
     * @param count how many pods, at least and at most
     * @param cpu the share of the promised processor time that the pods are meant to use on average
     * @throws IllegalArgumentException if there may be no pods, or the workload has a fixed number of them
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/">Kubernetes: horizontal
     *     pod autoscaling</a>
     */
    public Workload withAutoscaling(Range count, Percent cpu) {
        return changed(pod().with(new Scaling(count, cpu, Optional.empty()))).refusingTwoSizes();
    }

    /**
     * Returns this workload scaled by how much of the promised memory its pods use as well; as
     * {@link #withAutoscaling(Range, Percent)}. Right only for programs that give memory back.
     */
    public Workload withAutoscaling(Range count, Percent cpu, Percent memory) {
        return changed(pod().with(new Scaling(count, cpu, Optional.of(memory)))).refusingTwoSizes();
    }

    /**
     * Returns this workload with so many pods that may be evicted at a time, as when nodes are drained; without this call one.
     * Renders to {@code PodDisruptionBudget.spec.maxUnavailable}, when there is more than one pod.
     *
     * @param evictedAtATime 1 to 1000
     * @throws IllegalArgumentException if it is something else: with 0 no node could ever be drained
     */
    public Workload withDisruptionBudget(int evictedAtATime) {
        return changed(pod().with(new DisruptionBudget(evictedAtATime)));
    }

    /** Returns this workload replaced by its next version in another way; without this call {@link Rollout#rollout()}. */
    public Workload withRollout(Rollout rollout) {
        return changed(pod().with(new RollingOut(rollout)));
    }

    /**
     * Returns this workload with pods kept apart in another way; without this call {@link Spread#PREFERRED}. Renders to
     * {@code topologySpreadConstraints} and a preferred {@code podAntiAffinity}.
     */
    public Workload withSpread(Spread spread) {
        return changed(pod().with(new Spreading(spread)));
    }

    /** Returns this workload with pods of this priority; renders to {@code priorityClassName}. */
    public Workload withPriority(PriorityClass priority) {
        return changed(pod().with(new Prioritized(priority, PartReference.to(priority, "priority"))));
    }

    /**
     * Returns this workload reached from outside the cluster under a host's name; renders to an {@code Ingress}.
     *
     * @throws IllegalArgumentException if the workload has no such port
     */
    public Workload exposedAt(Exposure exposure) {
        return changed(pod().with(new Exposed(exposure, PartReference.to(exposure.certificate(), "certificate"))));
    }

    @Override
    int leastPods() {
        return pod().aspect(Scaling.class)
                .map(scaling -> scaling.count().least())
                .orElse(replicas.orElse(REPLICAS));
    }

    private Workload refusingTwoSizes() {
        var scaling = pod().aspect(Scaling.class);
        if (scaling.isPresent() && replicas.isPresent()) {
            throw new IllegalArgumentException(
                    "The workload `%s` has %s replicas and is scaled between %s and %s as well: leave out withReplicas(%s), the autoscaler says how many there are."
                            .formatted(
                                    name(),
                                    replicas.get(),
                                    scaling.get().count().least(),
                                    scaling.get().count().most(),
                                    replicas.get()));
        }
        return this;
    }

    @Override
    Workload changed(Pod changed) {
        return new Workload(this, changed);
    }

    @Override
    List<HasMetadata> starting(PodTemplateSpec template) {
        var deployment = new DeploymentBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), name()))
                .withNewSpec()
                .withReplicas(replicas.orElse(REPLICAS))
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, name())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxUnavailable(new IntOrString(0))
                .withMaxSurge(new IntOrString("25%"))
                .endRollingUpdate()
                .endStrategy()
                .withTemplate(template)
                .endSpec()
                .build();
        pod().aspects().forEach(aspect -> aspect.adjust(deployment.getSpec()));
        return List.of(deployment);
    }
}
