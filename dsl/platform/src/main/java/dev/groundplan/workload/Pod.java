package dev.groundplan.workload;

import dev.groundplan.describe.Layer;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.WorkloadIdentity;
import dev.groundplan.values.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What runs, whatever starts it: the value that all forms of workload share. */
final class Pod {

    private final PartId id;
    private final SourceLine line;
    private final PartReference inNamespace;
    private final Namespace namespace;
    private ContainerSettings container;
    private Optional<WorkloadIdentity> identity = Optional.empty();
    private Optional<PartReference> identityReference = Optional.empty();
    private List<Aspect> aspects = List.of();

    private Pod(PartId id, SourceLine line, PartReference inNamespace, Namespace namespace, ContainerSettings container) {
        this.id = id;
        this.line = line;
        this.inNamespace = inNamespace;
        this.namespace = namespace;
        this.container = container;
    }

    private Pod(Pod pod) {
        this(pod.id, pod.line, pod.inNamespace, pod.namespace, pod.container);
        identity = pod.identity;
        identityReference = pod.identityReference;
        aspects = pod.aspects;
    }

    /** A pod that says nothing but its image. */
    static Pod pod(PartId id, ImageReference image, Namespace namespace) {
        return new Pod(
                id,
                SourceLine.here(),
                PartReference.to(namespace, "namespace"),
                namespace,
                new ContainerSettings(id.kind().text(), id.name().text(), image));
    }

    Pod withContainer(ContainerSettings changed) {
        var copy = new Pod(this);
        copy.container = changed;
        return copy;
    }

    Pod withIdentity(WorkloadIdentity workloadIdentity) {
        var copy = new Pod(this);
        copy.identity = Optional.of(workloadIdentity);
        copy.identityReference = Optional.of(PartReference.to(workloadIdentity, "identity"));
        return copy;
    }

    /** This pod and an aspect, which replaces one of the same class: the later call of a {@code withX} counts. */
    Pod with(Aspect aspect) {
        var copy = new Pod(this);
        var others = aspects.stream()
                .filter(other -> !other.getClass().equals(aspect.getClass()))
                .toList();
        copy.aspects = ContainerSettings.plus(others, aspect);
        return copy;
    }

    PartId id() {
        return id;
    }

    SourceLine line() {
        return line;
    }

    String name() {
        return id.name().text();
    }

    Placement placement() {
        return Layer.APPS.directory(id.name());
    }

    Namespace namespace() {
        return namespace;
    }

    ContainerSettings container() {
        return container;
    }

    Optional<WorkloadIdentity> identity() {
        return identity;
    }

    /** The name of the account that it runs as. */
    String serviceAccount() {
        return identity.map(WorkloadIdentity::serviceAccount).orElse(name());
    }

    List<Aspect> aspects() {
        return aspects;
    }

    <A extends Aspect> Optional<A> aspect(Class<A> kind) {
        return aspects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The environment of all containers. */
    List<EnvironmentVariable> env() {
        return container.env();
    }

    List<EnvironmentVariable.Secret> secrets() {
        return container.secrets();
    }

    List<PartReference> references() {
        var all = new ArrayList<PartReference>();
        all.add(inNamespace);
        identityReference.ifPresent(all::add);
        secrets().stream().map(Pod::reference).forEach(all::add);
        aspects.stream().flatMap(aspect -> aspect.references().stream()).forEach(all::add);
        return all;
    }

    private static PartReference reference(EnvironmentVariable.Secret secret) {
        return new PartReference(secret.reference().keptBy(), secret.detail().option(), secret.line());
    }
}
