package dev.groundplan.workload;

import dev.groundplan.eks.WorkloadIdentity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;

/** The objects that every workload has: how it runs and how it is reached inside the cluster. */
final class WorkloadObjects {

    /** The user that images without one of their own conventionally run as ("nonroot"). */
    private static final long USER = 65_532;

    private static final String NAME_LABEL = "app.kubernetes.io/name";

    private final Workload workload;

    WorkloadObjects(Workload workload) {
        this.workload = workload;
    }

    List<HasMetadata> all() {
        var objects = new ArrayList<HasMetadata>();
        if (workload.identity().isEmpty()) {
            objects.add(serviceAccount());
        }
        objects.add(deployment());
        if (!workload.ports().isEmpty()) {
            objects.add(service());
        }
        return objects;
    }

    static ObjectMeta metadata(Workload workload, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(workload.namespace().name())
                .addToLabels(NAME_LABEL, workload.name())
                .build();
    }

    private ServiceAccount serviceAccount() {
        return new ServiceAccountBuilder()
                .withMetadata(metadata(workload, workload.name()))
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private Deployment deployment() {
        return new DeploymentBuilder()
                .withMetadata(metadata(workload, workload.name()))
                .withNewSpec()
                .withReplicas(workload.replicas())
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .addToMatchLabels(NAME_LABEL, workload.name())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxUnavailable(new IntOrString(0))
                .withMaxSurge(new IntOrString("25%"))
                .endRollingUpdate()
                .endStrategy()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels(NAME_LABEL, workload.name())
                .endMetadata()
                .withSpec(pod())
                .endTemplate()
                .endSpec()
                .build();
    }

    private PodSpec pod() {
        return new PodSpecBuilder()
                .withServiceAccountName(workload.identity()
                        .map(WorkloadIdentity::serviceAccount)
                        .orElse(workload.name()))
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
                .withContainers(container())
                .build();
    }

    private Container container() {
        return new ContainerBuilder()
                .withName(workload.name())
                .withImage(workload.image().text())
                .withPorts(workload.ports().stream()
                        .map(WorkloadObjects::containerPort)
                        .toList())
                .withEnv(workload.env().stream().map(this::variable).toList())
                .withResources(workload.resources().requirements())
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
                        .withName(workload.name())
                        .withKey(secret.name())
                        .endSecretKeyRef()
                        .endValueFrom()
                        .build();
        };
    }

    private Service service() {
        return new ServiceBuilder()
                .withMetadata(metadata(workload, workload.name()))
                .withNewSpec()
                .withType("ClusterIP")
                .addToSelector(NAME_LABEL, workload.name())
                .withPorts(workload.ports().stream()
                        .map(WorkloadObjects::servicePort)
                        .toList())
                .endSpec()
                .build();
    }

    private static ContainerPort containerPort(NamedPort port) {
        return new ContainerPortBuilder()
                .withName(port.name())
                .withContainerPort(port.port().number())
                .withProtocol("TCP")
                .build();
    }

    private static ServicePort servicePort(NamedPort port) {
        return new ServicePortBuilder()
                .withName(port.name())
                .withPort(port.port().number())
                .withProtocol("TCP")
                .withTargetPort(new IntOrString(port.name()))
                .build();
    }
}
