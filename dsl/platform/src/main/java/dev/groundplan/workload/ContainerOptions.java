package dev.groundplan.workload;

import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.values.Cpu;
import dev.groundplan.values.Memory;
import dev.groundplan.values.Port;
import dev.groundplan.values.Seconds;
import java.util.List;

/**
 * The options of a container. A workload has those of its main container itself.
 *
 * @param <S> what the options belong to: each of them returns a changed copy of it
 */
public abstract sealed class ContainerOptions<S extends ContainerOptions<S>> permits PodContainer, WorkloadForm {

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
        return changed(container().withResources(container().resources().withMemoryLimit(limit)));
    }

    /** Returns this with a limit of processor time, which throttles; call it after {@link #withResources}. */
    public S withCpuLimit(Cpu limit) {
        return changed(container().withResources(container().resources().withCpuLimit(limit)));
    }

    /**
     * Returns this with a probe that must succeed once before the others begin; renders to {@code startupProbe}. A program
     * that takes longer than period times failures is killed.
     */
    public S withStartupProbe(Probe probe) {
        return changed(container().withProbe(ContainerSettings.STARTUP, probe));
    }

    /** Returns this with a probe of whether it may be sent work; renders to {@code readinessProbe}. */
    public S withReadinessProbe(Probe probe) {
        return changed(container().withProbe(ContainerSettings.READINESS, probe));
    }

    /**
     * Returns this with a probe of whether it must be killed; renders to {@code livenessProbe}. It must not ask a database: a
     * restart brings none back.
     */
    public S withLivenessProbe(Probe probe) {
        return changed(container().withProbe(ContainerSettings.LIVENESS, probe));
    }

    /** Returns this running another program than its image says, word by word and nothing expanded; renders to
     * {@code command}. */
    public S withCommand(String... command) {
        return changed(container().withCommand(List.of(command)));
    }

    /** Returns this with other arguments than its image says; renders to {@code args}. */
    public S withArguments(String... arguments) {
        return changed(container().withArguments(List.of(arguments)));
    }

    /**
     * Returns this with a volume mounted at a path.
     *
     * @param path an absolute path; what the image has there is hidden
     */
    public S withVolume(String path, Volume volume) {
        return changed(container().withMount(new Mount(path, volume)));
    }

    /**
     * Returns this with a file whose text stands here; renders to a key of a {@code ConfigMap} that is mounted at the file's
     * directory, which must hold no file of the image that is needed. A hash of all texts is in the pod template, so a change
     * rolls. Nothing in the text is expanded on the way.
     *
     * @param path an absolute path in a directory of its own, such as {@code /etc/app/app.yaml}
     * @param text not a secret: whoever may read ConfigMaps may read it
     */
    public S withConfigFile(String path, String text) {
        return changed(container().withFile(new MountedFile.Config(path, text, SourceLine.here())));
    }

    /**
     * Returns this with a file whose text is a secret; renders to a key of the workload's {@code Secret} that is mounted at the
     * file's directory. Unlike in an environment variable, a changed value is seen without a restart.
     *
     * @param path an absolute path in a directory without other files, such as {@code /run/secrets/database/password}
     */
    public S withSecretFile(String path, SecretReference secret) {
        return changed(container().withFile(new MountedFile.Secret(path, secret, SourceLine.here())));
    }

    /**
     * Returns this with a secret in a file and the file's path in an environment variable, as programs take it whose variables
     * end in {@code _FILE}. Renders to both; the file is in {@code /etc/secrets}, called as the variable without
     * {@code _FILE}. Unlike in an environment variable, a changed value is seen without a restart.
     *
     * @param variable such as {@code POSTGRESQL_PASSWORD_FILE}
     * @throws IllegalArgumentException if the name is no identifier or the container has that variable or file already
     */
    public S withEnvFile(String variable, SecretReference secret) {
        var line = SourceLine.here();
        var path = "/etc/secrets/" + variable.replaceFirst("(?<=.)_FILE$", "");
        return changed(container()
                .withEnv(new EnvironmentVariable.Literal(variable, path, line))
                .withFile(new MountedFile.Secret(path, secret, line)));
    }

    /**
     * Returns this waiting before it is told to stop, so that balancers look away first; renders to
     * {@code lifecycle.preStop.sleep}, which needs no shell. It counts against the grace period.
     */
    public S withPreStopSleep(Seconds seconds) {
        return changed(container().withPreStopSleep(seconds));
    }

    /**
     * Returns this able to write anywhere in its own copy of the image, which is lost with the container; a
     * {@link Volume#scratch} at the one directory that it writes to is better. Renders to {@code readOnlyRootFilesystem: false}.
     */
    public S withWritableRoot() {
        return changed(container().withWritableRoot());
    }
}
