package dev.groundplan.workload;

import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Name;

/**
 * A container beside the main one of a workload: one that runs to its end before ({@link WorkloadForm#withInitContainer}), or
 * one that runs as long ({@link WorkloadForm#withSidecar}).
 */
public final class PodContainer extends ContainerOptions<PodContainer> {

    private final ContainerSettings container;

    private PodContainer(ContainerSettings container) {
        this.container = container;
    }

    /**
     * Returns a container that says nothing but its image, promised a tenth of a core and 128 MiB.
     *
     * @param name lower-case letters, digits and single hyphens; unlike any other container of the workload
     * @param image what runs
     */
    public static PodContainer container(String name, ImageReference image) {
        return new PodContainer(new ContainerSettings("container", new Name(name).text(), image));
    }

    @Override
    ContainerSettings container() {
        return container;
    }

    @Override
    PodContainer changed(ContainerSettings changed) {
        return new PodContainer(changed);
    }
}
