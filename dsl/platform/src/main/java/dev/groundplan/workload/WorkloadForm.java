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
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/**
 * What every form of workload has: a pod, an account that it runs as, a {@code Service} when it has ports, and the way of
 * its secrets. The options of its main container are its own.
 *
 * @param <W> the form: each option returns a changed copy of it
 */
public abstract sealed class WorkloadForm<W extends WorkloadForm<W>> extends ContainerOptions<W> implements Part
        permits Workload {

    private final Pod pod;

    WorkloadForm(Pod pod) {
        this.pod = pod;
    }

    /** Returns a copy of this workload with another pod. */
    abstract W changed(Pod changed);

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
        var elements = Elements.none().with(placement(), new WorkloadObjects(this).all());
        if (!pod.secrets().isEmpty()) {
            elements = elements.and(new WorkloadSecrets(pod).expand(site));
        }
        for (var variable : pod.env()) {
            elements = elements.withDetail(variable.name(), variable.detail());
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
