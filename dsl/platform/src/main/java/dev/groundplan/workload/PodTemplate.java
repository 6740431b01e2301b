package dev.groundplan.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Renders a pod as the template that a Deployment, a Job or another controller starts pods from. */
final class PodTemplate {

    /** Changes with the texts of the files, so that the pods start anew with them. */
    private static final String FILES_ANNOTATION = "app.groundplan.dev/files";

    private final Pod pod;
    private final MountedFiles files;

    PodTemplate(Pod pod) {
        this.pod = pod;
        this.files = new MountedFiles(pod);
    }

    PodTemplateSpec spec() {
        var metadata = new ObjectMetaBuilder().addToLabels(WorkloadObjects.NAME_LABEL, pod.name());
        files.hash().ifPresent(hash -> metadata.addToAnnotations(FILES_ANNOTATION, hash));
        var template = new PodTemplateSpecBuilder()
                .withMetadata(metadata.build())
                .withSpec(podSpec())
                .build();
        pod.aspects().forEach(aspect -> aspect.adjust(template));
        return template;
    }

    private PodSpec podSpec() {
        var spec = new PodSpecBuilder()
                .withServiceAccountName(pod.serviceAccount())
                .withAutomountServiceAccountToken(false)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(pod.user())
                .withRunAsGroup(pod.user())
                .withFsGroup(pod.user())
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withVolumes(volumes());
        pod.gracePeriod().ifPresent(seconds -> spec.withTerminationGracePeriodSeconds((long) seconds.count()));
        for (var placed : pod.containers()) {
            switch (placed.role()) {
                case MAIN -> spec.addToContainers(container(placed));
                case BEFORE -> spec.addToInitContainers(container(placed));
                case BESIDE -> spec.addToInitContainers(sidecar(placed));
            }
        }
        return spec.build();
    }

    private Container sidecar(PlacedContainer placed) {
        return new ContainerBuilder(container(placed))
                .withRestartPolicy("Always")
                .build();
    }

    private Container container(PlacedContainer placed) {
        var settings = placed.settings();
        var container = new ContainerBuilder()
                .withName(settings.name())
                .withImage(settings.image().text())
                .withCommand(literally(settings.command()))
                .withArgs(literally(settings.arguments()))
                .withPorts(settings.ports().stream().map(PodTemplate::port).toList())
                .withEnv(settings.env().stream()
                        .map(variable -> variable(placed, variable))
                        .toList())
                .withResources(settings.resources().requirements())
                .withVolumeMounts(mounts(placed))
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(settings.hasReadOnlyRoot())
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .build();
        addLife(settings, container);
        return container;
    }

    private static List<String> literally(List<String> words) {
        return words.stream().map(EnvironmentVariable::literally).toList();
    }

    private static void addLife(ContainerSettings settings, Container container) {
        settings.probes().forEach((which, probe) -> {
            switch (which) {
                case ContainerSettings.STARTUP -> container.setStartupProbe(probe.object(settings));
                case ContainerSettings.READINESS -> container.setReadinessProbe(probe.object(settings));
                default -> container.setLivenessProbe(probe.object(settings));
            }
        });
        settings.preStopSleep()
                .ifPresent(seconds -> container.setLifecycle(new LifecycleBuilder()
                        .withNewPreStop()
                        .withNewSleep((long) seconds.count())
                        .endPreStop()
                        .build()));
    }

    /** The volumes of the pod, each once. */
    private List<io.fabric8.kubernetes.api.model.Volume> volumes() {
        var byName = new LinkedHashMap<String, Volume>();
        for (var placed : pod.containers()) {
            for (var mount : placed.settings().mounts()) {
                var other = byName.putIfAbsent(mount.volume().name(), mount.volume());
                if (other != null && !other.isSameAs(mount.volume())) {
                    throw new IllegalArgumentException(
                            "Two volumes of the %s are called `%s` and are not the same: give each its own name."
                                    .formatted(pod.id(), other.name()));
                }
            }
        }
        var all = new ArrayList<io.fabric8.kubernetes.api.model.Volume>();
        byName.values().stream().filter(Volume::isOfThePod).map(Volume::object).forEach(all::add);
        all.addAll(files.volumes());
        return all;
    }

    private List<VolumeMount> mounts(PlacedContainer placed) {
        var all = new ArrayList<VolumeMount>();
        for (var mount : placed.settings().mounts()) {
            all.add(new VolumeMountBuilder()
                    .withName(mount.volume().name())
                    .withMountPath(mount.path())
                    .withReadOnly(mount.volume().isReadOnly() ? true : null)
                    .build());
        }
        all.addAll(files.mounts(placed));
        return all;
    }

    private EnvVar variable(PlacedContainer placed, EnvironmentVariable variable) {
        var builder = new EnvVarBuilder().withName(variable.name());
        return switch (variable) {
            case EnvironmentVariable.Literal literal ->
                builder.withValue(literal.escaped()).build();
            case EnvironmentVariable.Secret secret ->
                builder.withNewValueFrom()
                        .withNewSecretKeyRef()
                        .withName(pod.name())
                        .withKey(placed.key(secret.name()))
                        .endSecretKeyRef()
                        .endValueFrom()
                        .build();
        };
    }

    private static ContainerPort port(NamedPort port) {
        return new ContainerPortBuilder()
                .withName(port.name())
                .withContainerPort(port.port().number())
                .withProtocol("TCP")
                .build();
    }
}
