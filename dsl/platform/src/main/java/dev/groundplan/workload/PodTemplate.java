package dev.groundplan.workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;

/** Renders a pod as the template that a Deployment, a Job or another controller starts pods from. */
final class PodTemplate {

    /** The user that images without one of their own conventionally run as ("nonroot"). */
    private static final long USER = 65_532;

    private final Pod pod;

    PodTemplate(Pod pod) {
        this.pod = pod;
    }

    PodTemplateSpec spec() {
        var template = new PodTemplateSpecBuilder()
                .withNewMetadata()
                .addToLabels(WorkloadObjects.NAME_LABEL, pod.name())
                .endMetadata()
                .withSpec(podSpec())
                .build();
        pod.aspects().forEach(aspect -> aspect.adjust(template));
        return template;
    }

    private PodSpec podSpec() {
        return new PodSpecBuilder()
                .withServiceAccountName(pod.serviceAccount())
                .withAutomountServiceAccountToken(false)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(USER)
                .withRunAsGroup(USER)
                .withFsGroup(USER)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withContainers(container(pod.container()))
                .build();
    }

    private Container container(ContainerSettings settings) {
        return new ContainerBuilder()
                .withName(settings.name())
                .withImage(settings.image().text())
                .withPorts(settings.ports().stream().map(PodTemplate::port).toList())
                .withEnv(settings.env().stream().map(this::variable).toList())
                .withResources(settings.resources().requirements())
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .build();
    }

    private EnvVar variable(EnvironmentVariable variable) {
        var builder = new EnvVarBuilder().withName(variable.name());
        return switch (variable) {
            case EnvironmentVariable.Literal literal ->
                builder.withValue(literal.escaped()).build();
            case EnvironmentVariable.Secret secret ->
                builder.withNewValueFrom()
                        .withNewSecretKeyRef()
                        .withName(pod.name())
                        .withKey(secret.name())
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
