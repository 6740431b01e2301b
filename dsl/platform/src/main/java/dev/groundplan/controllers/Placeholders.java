package dev.groundplan.controllers;

import dev.groundplan.values.Cpu;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Memory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.List;

/**
 * Pods that do nothing and give way at once.
 *
 * @param name of all objects, and their namespace
 * @param pods how many
 * @param image what does nothing
 */
record Placeholders(String name, int pods, ImageReference image) {

    private static final String NAME_LABEL = "app.kubernetes.io/name";

    /** The user that the image {@code pause} runs as. */
    private static final long NOBODY = 65_535;

    List<HasMetadata> objects(Cpu cpu, Memory memory) {
        return List.of(priority(), deployment(container(cpu, memory)));
    }

    private PriorityClass priority() {
        return new PriorityClassBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withDescription("Gives way to every other pod.")
                .withValue(ClusterAutoscaler.PRIORITY_CUTOFF)
                .withGlobalDefault(false)
                .withPreemptionPolicy("Never")
                .build();
    }

    private Deployment deployment(Container container) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(name)
                .addToLabels(NAME_LABEL, name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(pods)
                .withRevisionHistoryLimit(1)
                .withNewSelector()
                .addToMatchLabels(NAME_LABEL, name)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels(NAME_LABEL, name)
                .endMetadata()
                .withSpec(pod(container))
                .endTemplate()
                .endSpec()
                .build();
    }

    private PodSpec pod(Container container) {
        return new PodSpecBuilder()
                .withPriorityClassName(name)
                .withTerminationGracePeriodSeconds(0L)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .addNewTopologySpreadConstraint()
                .withMaxSkew(1)
                .withTopologyKey("topology.kubernetes.io/zone")
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .addToMatchLabels(NAME_LABEL, name)
                .endLabelSelector()
                .endTopologySpreadConstraint()
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(NOBODY)
                .withRunAsGroup(NOBODY)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withContainers(container)
                .build();
    }

    private Container container(Cpu cpu, Memory memory) {
        return new ContainerBuilder()
                .withName("pause")
                .withImage(image.text())
                .withNewResources()
                .addToRequests("cpu", new Quantity(cpu.millicores() + "m"))
                .addToRequests("memory", new Quantity(memory.mebibytes() + "Mi"))
                .addToLimits("memory", new Quantity(memory.mebibytes() + "Mi"))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .build();
    }
}
