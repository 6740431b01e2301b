package dev.groundplan.workload;

import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.values.Cpu;
import dev.groundplan.values.Memory;
import dev.groundplan.values.Port;

/**
 * The options of a container. A workload has those of its main container itself.
 *
 * @param <S> what the options belong to: each of them returns a changed copy of it
 */
public abstract sealed class ContainerOptions<S extends ContainerOptions<S>> permits WorkloadForm {

    ContainerOptions() {}

    abstract ContainerSettings container();

    abstract S changed(ContainerSettings container);

    /**
     * Returns this with an environment variable whose value stands here. Kubernetes takes it letter by letter:
     * {@code $(NAME)} is escaped.
     *
     * @throws IllegalArgumentException if the name is no identifier or the container has that variable already
     */
    public S withEnv(String name, String value) {
        return changed(container().withEnv(new EnvironmentVariable.Literal(name, value, SourceLine.here())));
    }

    /**
     * Returns this with an environment variable whose value is a secret.
     *
     * @throws IllegalArgumentException if the name is no identifier or the container has that variable already
     */
    public S withEnv(String name, SecretReference secret) {
        return changed(container().withEnv(new EnvironmentVariable.Secret(name, secret, SourceLine.here())));
    }

    /** Returns this listening on a port called {@code http}. */
    public S withPort(Port port) {
        return withPort("http", port);
    }

    /**
     * Returns this listening on a port; the Service of a workload has the same one.
     *
     * @param name what Services and monitors call it: at most 15 lower-case letters, digits and hyphens
     * @throws IllegalArgumentException if the container has a port of this name or number already
     */
    public S withPort(String name, Port port) {
        return changed(container().withPort(new NamedPort(name, port)));
    }

    /**
     * Returns this with a promise of processor time and memory. The memory is also the limit, processor time has none;
     * renders to {@code resources.requests} and {@code resources.limits.memory}.
     */
    public S withResources(Cpu cpu, Memory memory) {
        return changed(container().withResources(WorkloadResources.of(cpu, memory)));
    }

    /** Returns this with a memory limit above what it is promised; call it after {@link #withResources}. */
    public S withMemoryLimit(Memory limit) {
        return changed(container()
                .withResources(container().resources().withMemoryLimit(limit)));
    }

    /** Returns this with a limit of processor time, which throttles; call it after {@link #withResources}. */
    public S withCpuLimit(Cpu limit) {
        return changed(container().withResources(container().resources().withCpuLimit(limit)));
    }
}
