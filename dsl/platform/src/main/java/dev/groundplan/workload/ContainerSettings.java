package dev.groundplan.workload;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Seconds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What one container of a pod is made of. */
final class ContainerSettings {

    static final String STARTUP = "startupProbe";
    static final String READINESS = "readinessProbe";
    static final String LIVENESS = "livenessProbe";
    static final String PRE_STOP = "preStop";
    static final String READ_ONLY_ROOT = "readOnlyRootFilesystem";

    private final String label;
    private final String name;
    private final ImageReference image;
    private List<EnvironmentVariable> env = List.of();
    private List<NamedPort> ports = List.of();
    private WorkloadResources resources = WorkloadResources.DEFAULT;
    private SequencedMap<String, Probe> probes = new LinkedHashMap<>();
    private List<String> command = List.of();
    private List<String> arguments = List.of();
    private List<Mount> mounts = List.of();
    private List<MountedFile> files = List.of();
    private Optional<Seconds> preStopSleep = Optional.empty();
    private boolean readOnlyRoot = true;
    private SequencedMap<String, SourceDetail> details = new LinkedHashMap<>();

    /**
     * Settings of a container that says nothing but its image.
     *
     * @param kind what a refusal calls it, such as {@code workload}
     */
    ContainerSettings(String kind, String name, ImageReference image) {
        this.label = kind + " `" + name + "`";
        this.name = name;
        this.image = image;
    }

    private ContainerSettings(ContainerSettings settings) {
        label = settings.label;
        name = settings.name;
        image = settings.image;
        env = settings.env;
        ports = settings.ports;
        resources = settings.resources;
        probes = settings.probes;
        command = settings.command;
        arguments = settings.arguments;
        mounts = settings.mounts;
        files = settings.files;
        preStopSleep = settings.preStopSleep;
        readOnlyRoot = settings.readOnlyRoot;
        details = settings.details;
    }

    ContainerSettings withEnv(EnvironmentVariable variable) {
        for (var other : env) {
            if (other.name().equals(variable.name())) {
                throw new IllegalArgumentException(
                        "The %s has the environment variable `%s` twice: the first is at %s. Leave one out."
                                .formatted(label, variable.name(), other.line()));
            }
        }
        var copy = new ContainerSettings(this);
        copy.env = plus(env, variable);
        return copy;
    }

    ContainerSettings withPort(NamedPort added) {
        for (var other : ports) {
            if (other.name().equals(added.name()) || other.port().equals(added.port())) {
                throw new IllegalArgumentException(
                        "The %s has the port `%s` (%s) already, so `%s` (%s) can't be added: give each port its own name and number."
                                .formatted(label, other.name(), other.port(), added.name(), added.port()));
            }
        }
        var copy = new ContainerSettings(this);
        copy.ports = plus(ports, added);
        return copy.saying(added.port().toString(), "port `" + added.name() + "`");
    }

    ContainerSettings withResources(WorkloadResources changed) {
        var copy = new ContainerSettings(this);
        copy.resources = changed;
        return copy;
    }

    ContainerSettings withProbe(String which, Probe probe) {
        var copy = new ContainerSettings(this);
        copy.probes = new LinkedHashMap<>(probes);
        copy.probes.put(which, probe);
        return copy.saying(which, which);
    }

    ContainerSettings withCommand(List<String> changed) {
        var copy = new ContainerSettings(this);
        copy.command = changed;
        return copy;
    }

    ContainerSettings withArguments(List<String> changed) {
        var copy = new ContainerSettings(this);
        copy.arguments = changed;
        return copy;
    }

    ContainerSettings withMount(Mount added) {
        refusePathTwice(added.path());
        var copy = new ContainerSettings(this);
        copy.mounts = plus(mounts, added);
        return copy.saying(added.path(), "volume `" + added.path() + "`");
    }

    ContainerSettings withFile(MountedFile added) {
        refusePathTwice(added.path());
        var copy = new ContainerSettings(this);
        copy.files = plus(files, added);
        return copy;
    }

    ContainerSettings withPreStopSleep(Seconds seconds) {
        var copy = new ContainerSettings(this);
        copy.preStopSleep = Optional.of(seconds);
        return copy.saying(PRE_STOP, "preStop");
    }

    /** These settings, knowing that an option was said at the line that calls Groundplan now. */
    private ContainerSettings saying(String text, String option) {
        var copy = new ContainerSettings(this);
        copy.details = new LinkedHashMap<>(details);
        copy.details.put(text, new SourceDetail(option, SourceLine.here()));
        return copy;
    }

    /** These settings, knowing only the lines that {@code said} knows: the rest was said by nobody here. */
    ContainerSettings withDetailsOf(ContainerSettings said) {
        var copy = new ContainerSettings(this);
        copy.details = said.details;
        return copy;
    }

    ContainerSettings withWritableRoot() {
        var copy = new ContainerSettings(this);
        copy.readOnlyRoot = false;
        return copy.saying(READ_ONLY_ROOT, "writableRoot");
    }

    private void refusePathTwice(String path) {
        var taken =
                Stream.concat(mounts.stream().map(Mount::path), files.stream().map(MountedFile::path));
        if (taken.anyMatch(path::equals)) {
            throw new IllegalArgumentException(
                    "The %s has something mounted at `%s` already: leave one out, or give it another path."
                            .formatted(label, path));
        }
    }

    String label() {
        return label;
    }

    String name() {
        return name;
    }

    ImageReference image() {
        return image;
    }

    List<EnvironmentVariable> env() {
        return env;
    }

    List<NamedPort> ports() {
        return ports;
    }

    WorkloadResources resources() {
        return resources;
    }

    SequencedMap<String, Probe> probes() {
        return probes;
    }

    List<String> command() {
        return command;
    }

    List<String> arguments() {
        return arguments;
    }

    List<Mount> mounts() {
        return mounts;
    }

    List<MountedFile> files() {
        return files;
    }

    Optional<Seconds> preStopSleep() {
        return preStopSleep;
    }

    boolean hasReadOnlyRoot() {
        return readOnlyRoot;
    }

    /** The lines that its options were said at, by the text that a check compares. */
    SequencedMap<String, SourceDetail> details() {
        return details;
    }

    static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
