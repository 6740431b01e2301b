package dev.groundplan.workload;

import dev.groundplan.values.ImageReference;
import java.util.ArrayList;
import java.util.List;

/** What one container of a pod is made of. */
final class ContainerSettings {

    private final String label;
    private final String name;
    private final ImageReference image;
    private List<EnvironmentVariable> env = List.of();
    private List<NamedPort> ports = List.of();
    private WorkloadResources resources = WorkloadResources.DEFAULT;

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
        return copy;
    }

    ContainerSettings withResources(WorkloadResources changed) {
        var copy = new ContainerSettings(this);
        copy.resources = changed;
        return copy;
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

    static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
