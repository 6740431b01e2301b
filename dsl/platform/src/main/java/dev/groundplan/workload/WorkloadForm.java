package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.WorkloadIdentity;
import dev.groundplan.facts.AppContract;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.monitoring.Monitoring;
import dev.groundplan.values.Port;
import dev.groundplan.values.Seconds;
import dev.groundplan.workload.PlacedContainer.Role;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/**
 * What every form of workload has: a pod, an account that it runs as, a {@code Service} when it has ports, the way of its
 * secrets, and a {@code NetworkPolicy} of just the connections that are described. The options of its main container are its own.
 *
 * @param <W> the form: each option returns a changed copy of it
 */
public abstract sealed class WorkloadForm<W extends WorkloadForm<W>> extends ContainerOptions<W> implements Part
        permits JobForm, LastingForm {

    private final Pod pod;

    WorkloadForm(Pod pod) {
        this.pod = pod;
    }

    /** Returns a copy of this workload with another pod. */
    abstract W changed(Pod changed);

    /** Returns what the form adds besides objects. */
    Elements besides() {
        return Elements.none();
    }

    /** Returns the objects that start pods of this template. */
    abstract List<HasMetadata> starting(PodTemplateSpec template);

    /**
     * Returns this workload with rights in AWS: its pods run as this identity's service account; renders to
     * {@code serviceAccountName}. Without this call they run as an account of their own that has no rights. No pod gets a
     * token for the Kubernetes API; the one for AWS is mounted by EKS itself.
     */
    public W withIdentity(WorkloadIdentity workloadIdentity) {
        return changed(pod.withIdentity(workloadIdentity));
    }

    /**
     * Returns this workload running an app that says what it offers and needs, as {@code fromDekorate("test-app")} reads it:
     * ports, probes, user and grace period are the app's where the description says nothing else. What differs between
     * contract and description, or is missing here, is a problem (checks A01 to A13).
     */
    public W withContract(AppContract contract) {
        return changed(pod.withContract(contract));
    }

    /**
     * Returns this workload with a container that runs to its end before the others start; they run one after another, in the
     * order of the calls; renders to {@code initContainers}.
     */
    public W withInitContainer(PodContainer first) {
        return changed(pod.with(new PlacedContainer(first.container(), Role.BEFORE)));
    }

    /**
     * Returns this workload with a container that starts before the main one and stops after it; renders to
     * {@code initContainers} with {@code restartPolicy: Always}.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/">Kubernetes: sidecars</a>
     */
    public W withSidecar(PodContainer sidecar) {
        return changed(pod.with(new PlacedContainer(sidecar.container(), Role.BESIDE)));
    }

    /**
     * Returns this workload running as another user than 65532; renders to {@code runAsUser}, {@code runAsGroup} and
     * {@code fsGroup} of all containers.
     *
     * @param number 1 to 2147483647: root is refused
     */
    public W withUser(int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "%d is no user to run as: it must be 1 or more, since 0 is root, as in withUser(65532)."
                            .formatted(number));
        }
        return changed(pod.withUser(number));
    }

    /**
     * Returns this workload with so long to stop before it is killed, the wait before ({@link #withPreStopSleep}) included;
     * renders to {@code terminationGracePeriodSeconds}. Without this call Kubernetes gives 30 s, and a {@link Rollout} 45 s to
     * pods with ports.
     */
    public W withGracePeriod(Seconds seconds) {
        return changed(pod.withGracePeriod(seconds));
    }

    /**
     * Returns this workload with images that are pulled with accounts, one for each registry that asks for one. Renders to the
     * {@code ExternalSecret} {@code <name>-registry}, which makes a {@code Secret} of the type
     * {@code kubernetes.io/dockerconfigjson}, and to {@code imagePullSecrets}; in AWS the role that reads the workload's secrets
     * reads the passwords, too.
     *
     * <p>An account for images that the workload does not run is refused when the platform is put together, two for the same
     * images at once.
     *
     * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/">Kubernetes: private
     *     registries</a>
     */
    public W pulledWith(RegistryAccount... accounts) {
        if (accounts.length == 0) {
            throw new IllegalArgumentException(
                    "The %s is pulled with no account: name one, as in pulledWith(ghcr), or leave the call out."
                            .formatted(pod.id()));
        }
        return changed(pod.with(new Pulling(name(), List.of(accounts), SourceLine.here())));
    }

    /**
     * Returns this workload allowed to connect to another one, on all ports of that; renders to a rule in its own network policy
     * and to a {@code NetworkPolicy} that lets it in there. The host to connect to is the other's name, a point and its
     * namespace.
     */
    public W reaches(WorkloadForm<?> other) {
        return changed(pod.with(network().reaching(other)));
    }

    /**
     * Returns this workload allowed to connect to any address on these TCP ports, and without a port named on 443. Renders to
     * a rule of its network policy.
     *
     * <p>Without this call it reaches DNS, the workloads that it {@link #reaches}, what the secrets of its environment lead to,
     * and, if it has an {@link #withIdentity identity}, the APIs of AWS: port 443 anywhere, since these have no addresses of
     * their own.
     */
    public W reachesInternet(Port... ports) {
        return changed(pod.with(network().reachingInternet(List.of(ports))));
    }

    /**
     * Returns this workload watched; renders to {@code ServiceMonitor}, {@code PrometheusRule} and a dashboard, and lets the
     * namespace {@code monitoring}, where Prometheus runs, reach the port of the metrics.
     *
     * <p>A port that the workload does not have is refused when the platform is put together.
     */
    public W monitored(Monitoring monitoring) {
        return changed(pod.with(new Monitored(monitoring)));
    }

    private NetworkRules network() {
        return pod.aspect(NetworkRules.class).orElse(NetworkRules.DEFAULT);
    }

    /** How many pods there are at least, as long as nothing is wrong. */
    int leastPods() {
        return 1;
    }

    @Override
    public final PartId id() {
        return pod.id();
    }

    @Override
    public final SourceLine line() {
        return pod.line();
    }

    @Override
    public final List<PartReference> references() {
        return pod.references();
    }

    @Override
    public final Elements expand(Site site) {
        var elements = Elements.none()
                .with(placement(), new WorkloadObjects(this).all())
                .and(new WorkloadSecrets(pod).expand(site));
        elements = pod.detailed(elements).and(besides());
        if (pod.contract().isPresent()) {
            elements = elements.with(
                    new ContractOf(pod.contract().orElseThrow(), pod.namespace().name(), pod.name()));
        }
        for (var aspect : pod.aspects()) {
            elements = elements.and(aspect.expand(this, site));
        }
        return elements;
    }

    @Override
    final ContainerSettings container() {
        return pod.container();
    }

    @Override
    final W changed(ContainerSettings container) {
        return changed(pod.withContainer(container));
    }

    final Pod pod() {
        return pod;
    }

    final String name() {
        return pod.name();
    }

    final Namespace namespace() {
        return pod.namespace();
    }

    final Placement placement() {
        return pod.placement();
    }
}
