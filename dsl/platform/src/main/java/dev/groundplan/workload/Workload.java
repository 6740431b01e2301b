package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.WorkloadIdentity;
import dev.groundplan.values.Cpu;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Memory;
import dev.groundplan.values.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that runs all the time in a namespace.
 *
 * <p>Renders to a {@code Deployment}, a {@code ServiceAccount}, a {@code Service} when it has ports, and, when it reads
 * secrets, to a role in AWS that may read these parameters and no others, and a {@code SecretStore} and an
 * {@code ExternalSecret} that bring them. Its pods pass the pod security standard {@code restricted}.
 */
public final class Workload implements Part {

    private final PartId id;
    private final SourceLine line;
    private final ImageReference image;
    private final PartReference inNamespace;
    private final Namespace namespace;
    private List<EnvironmentVariable> env = List.of();
    private List<NamedPort> ports = List.of();
    private WorkloadResources resources = WorkloadResources.DEFAULT;
    private int replicas = 2;
    private Optional<WorkloadIdentity> identity = Optional.empty();
    private Optional<PartReference> identityReference = Optional.empty();

    private Workload(PartId id, SourceLine line, ImageReference image, PartReference inNamespace, Namespace namespace) {
        this.id = id;
        this.line = line;
        this.image = image;
        this.inNamespace = inNamespace;
        this.namespace = namespace;
    }

    private Workload(Workload workload) {
        this(workload.id, workload.line, workload.image, workload.inNamespace, workload.namespace);
        env = workload.env;
        ports = workload.ports;
        resources = workload.resources;
        replicas = workload.replicas;
        identity = workload.identity;
        identityReference = workload.identityReference;
    }

    /**
     * Returns a program without ports and environment, two of it, each promised a tenth of a core and 128 MiB.
     *
     * @param name what it is called; renders to {@code metadata.name} of its objects
     * @param image what runs
     * @param namespace where it runs
     */
    public static Workload workload(String name, ImageReference image, Namespace namespace) {
        var reference = PartReference.to(namespace, "namespace");
        return new Workload(PartId.of("workload", name), SourceLine.here(), image, reference, namespace);
    }

    /**
     * Returns this workload with an environment variable whose value stands here. Kubernetes takes it letter by letter:
     * {@code $(NAME)} is escaped.
     *
     * @throws IllegalArgumentException if the name is no identifier or the workload has that variable already
     */
    public Workload withEnv(String name, String value) {
        return withEnv(new EnvironmentVariable.Literal(name, value, SourceLine.here()));
    }

    /**
     * Returns this workload with an environment variable whose value is a secret.
     *
     * @throws IllegalArgumentException if the name is no identifier or the workload has that variable already
     */
    public Workload withEnv(String name, SecretReference secret) {
        return withEnv(new EnvironmentVariable.Secret(name, secret, SourceLine.here()));
    }

    /** Returns this workload listening on a port called {@code http}. */
    public Workload withPort(Port port) {
        return withPort("http", port);
    }

    /**
     * Returns this workload listening on a port; its Service has the same one.
     *
     * @param name what Services and monitors call it: at most 15 lower-case letters, digits and hyphens
     * @throws IllegalArgumentException if the workload has a port of this name or number already
     */
    public Workload withPort(String name, Port port) {
        var added = new NamedPort(name, port);
        refuseSecondPort(added);
        var copy = new Workload(this);
        copy.ports = plus(ports, added);
        return copy;
    }

    /**
     * Returns this workload with a promise of processor time and memory. The memory is also the limit, processor time has
     * none; renders to {@code resources.requests} and {@code resources.limits.memory}.
     */
    public Workload withResources(Cpu cpu, Memory memory) {
        var copy = new Workload(this);
        copy.resources = WorkloadResources.of(cpu, memory);
        return copy;
    }

    /** Returns this workload with a memory limit above what it is promised; call it after {@link #withResources}. */
    public Workload withMemoryLimit(Memory limit) {
        var copy = new Workload(this);
        copy.resources = resources.withMemoryLimit(limit);
        return copy;
    }

    /** Returns this workload with a limit of processor time, which throttles; call it after {@link #withResources}. */
    public Workload withCpuLimit(Cpu limit) {
        var copy = new Workload(this);
        copy.resources = resources.withCpuLimit(limit);
        return copy;
    }

    /**
     * Returns this workload running so many times; renders to {@code spec.replicas}.
     *
     * @param count 0 to 1000
     */
    public Workload withReplicas(int count) {
        if (count < 0 || count > 1000) {
            throw new IllegalArgumentException(
                    "%d is no number of replicas: it must lie between 0 and 1000, as in withReplicas(3)."
                            .formatted(count));
        }
        var copy = new Workload(this);
        copy.replicas = count;
        return copy;
    }

    /**
     * Returns this workload with rights in AWS: its pods run as this identity's service account; renders to
     * {@code serviceAccountName}. Without this call they run as an account of their own that has no rights. No pod gets a
     * token for the Kubernetes API; the one for AWS is mounted by EKS itself.
     */
    public Workload withIdentity(WorkloadIdentity workloadIdentity) {
        var copy = new Workload(this);
        copy.identity = Optional.of(workloadIdentity);
        copy.identityReference = Optional.of(PartReference.to(workloadIdentity, "identity"));
        return copy;
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        var all = new ArrayList<PartReference>();
        all.add(inNamespace);
        identityReference.ifPresent(all::add);
        secrets()
                .forEach(secret -> all.add(new PartReference(
                        secret.reference().keptBy(), secret.detail().option(), secret.line())));
        return all;
    }

    @Override
    public Elements expand(Site site) {
        var objects = new WorkloadObjects(this);
        var elements = Elements.none().with(placement(), objects.all());
        if (!secrets().isEmpty()) {
            elements = elements.and(new WorkloadSecrets(this).expand(site));
        }
        for (var variable : env) {
            elements = elements.withDetail(variable.name(), variable.detail());
        }
        return elements;
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

    ImageReference image() {
        return image;
    }

    List<EnvironmentVariable> env() {
        return env;
    }

    List<EnvironmentVariable.Secret> secrets() {
        return env.stream()
                .filter(EnvironmentVariable.Secret.class::isInstance)
                .map(EnvironmentVariable.Secret.class::cast)
                .toList();
    }

    List<NamedPort> ports() {
        return ports;
    }

    WorkloadResources resources() {
        return resources;
    }

    int replicas() {
        return replicas;
    }

    Optional<WorkloadIdentity> identity() {
        return identity;
    }

    private Workload withEnv(EnvironmentVariable variable) {
        for (var other : env) {
            if (other.name().equals(variable.name())) {
                throw new IllegalArgumentException(
                        "The workload `%s` has the environment variable `%s` twice: the first is at %s. Leave one out."
                                .formatted(name(), variable.name(), other.line()));
            }
        }
        var copy = new Workload(this);
        copy.env = plus(env, variable);
        return copy;
    }

    private void refuseSecondPort(NamedPort added) {
        for (var other : ports) {
            if (other.name().equals(added.name()) || other.port().equals(added.port())) {
                throw new IllegalArgumentException(
                        "The workload `%s` has the port `%s` (%s) already, so `%s` (%s) can't be added: give each port its own name and number."
                                .formatted(name(), other.name(), other.port(), added.name(), added.port()));
            }
        }
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
