package dev.groundplan.workload.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.facts.AppContract;
import dev.groundplan.facts.AppContract.AppPort;
import dev.groundplan.facts.AppContract.AppVariable;
import dev.groundplan.facts.AppContract.Needs;
import dev.groundplan.facts.AppContract.Offers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One manifest of an app: finds the object that runs it, and reads the container that is the app. */
final class ManifestReading {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job");

    private final String source;
    private final String app;
    private final Container container;
    private final Annotations annotations;

    private ManifestReading(String source, String app, PodTemplateSpec template, Map<?, ?> ofObject) {
        this.source = source;
        this.app = app;
        this.container = main(source, app, template);
        this.annotations = new Annotations(source, ofObject);
    }

    /** The contract in this text, empty when nothing in it runs pods. */
    static Optional<AppContract> read(String source, String text) {
        for (var document : documents(source, text)) {
            if (document instanceof Map<?, ?> object && KINDS.contains(String.valueOf(object.get("kind")))) {
                var metadata = map(object, "metadata");
                var app = String.valueOf(metadata.get("name"));
                var template = template(object);
                return Optional.of(new ManifestReading(source, app, template, map(metadata, "annotations")).contract());
            }
        }
        return Optional.empty();
    }

    private static List<Object> documents(String source, String text) {
        var documents = new ArrayList<>();
        try {
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(documents::add);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(
                    "The contract `%s` is no YAML: compile the app again, so that Dekorate writes it anew."
                            .formatted(source),
                    e);
        }
        return documents;
    }

    private static PodTemplateSpec template(Map<?, ?> object) {
        var spec = map(object, "spec");
        var jobs = map(map(spec, "jobTemplate"), "spec");
        return JSON.convertValue(map(jobs.isEmpty() ? spec : jobs, "template"), PodTemplateSpec.class);
    }

    private static Map<?, ?> map(Map<?, ?> object, String key) {
        return object.get(key) instanceof Map<?, ?> map ? map : new TreeMap<String, Object>();
    }

    /** The only container, or the one that is called as the app. */
    private static Container main(String source, String app, PodTemplateSpec template) {
        var all = template.getSpec() == null
                ? List.<Container>of()
                : template.getSpec().getContainers();
        if (all.size() == 1) {
            return all.getFirst();
        }
        return all.stream()
                .filter(container -> container.getName().equals(app))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The contract `%s` has %s containers, and none is called `%s`: call the app's own as the app."
                                .formatted(source, all.size(), app)));
    }

    private AppContract contract() {
        return new AppContract(app, source, offers(), needs(), annotations.behaviour());
    }

    private Offers offers() {
        var ports = ports();
        return new Offers(
                ports.all(),
                ProbeReading.probes(container, ports),
                annotations.list("endpoints"),
                annotations.list("database-endpoints"),
                annotations.metrics(ports),
                annotations.series());
    }

    /** An app that takes a {@code PORT} listens there. */
    private Ports ports() {
        var ports = new Ports(
                source, container.getPorts().stream().map(ManifestReading::port).toList());
        container.getEnv().stream()
                .filter(variable -> "PORT".equals(variable.getName()) && variable.getValue() != null)
                .forEach(variable -> ports.requireNumber(variable.getName(), variable.getValue()));
        return ports;
    }

    /** A port without a name is called {@code http}, as Services of one port are. */
    private static AppPort port(ContainerPort port) {
        return new AppPort(Optional.ofNullable(port.getName()).orElse("http"), port.getContainerPort());
    }

    private Needs needs() {
        return new Needs(
                container.getEnv().stream()
                        .map(ManifestReading::variable)
                        .flatMap(Optional::stream)
                        .toList(),
                annotations.list("optional-env"),
                annotations.listIfSaid("reloads"),
                container.getVolumeMounts().stream()
                        .map(VolumeMount::getMountPath)
                        .toList());
    }

    /** A variable that is filled from the pod itself is Dekorate's own, and no need. */
    private static Optional<AppVariable> variable(EnvVar variable) {
        var from = variable.getValueFrom();
        if (from == null) {
            var standard = Optional.ofNullable(variable.getValue()).orElse("");
            return Optional.of(new AppVariable(variable.getName(), Optional.of(standard), false));
        }
        if (from.getSecretKeyRef() == null && from.getConfigMapKeyRef() == null) {
            return Optional.empty();
        }
        return Optional.of(new AppVariable(variable.getName(), Optional.empty(), from.getSecretKeyRef() != null));
    }
}
