package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.PartId;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Need;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Name;
import dev.groundplan.values.Storage;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A program of which each replica has a name and a disk of its own, and keeps both.
 *
 * <p>Renders to a {@code StatefulSet}, a {@code Service} without address that gives each pod its name, and what
 * {@link WorkloadForm} says.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/">Kubernetes: StatefulSet</a>
 */
public final class StatefulWorkload extends LastingForm<StatefulWorkload> {

    private int replicas = 1;
    private List<Disk> disks = List.of();
    private Optional<String> storageClass = Optional.empty();
    private boolean keepsDisks = true;

    /** A disk that each replica has. */
    private record Disk(String name, Storage size) {}

    private StatefulWorkload(Pod pod) {
        super(pod);
    }

    private StatefulWorkload(StatefulWorkload workload, Pod pod) {
        super(pod);
        replicas = workload.replicas;
        disks = workload.disks;
        storageClass = workload.storageClass;
        keepsDisks = workload.keepsDisks;
    }

    /** Returns one replica without a disk. */
    public static StatefulWorkload statefulWorkload(String name, ImageReference image, Namespace namespace) {
        return new StatefulWorkload(Pod.pod(PartId.of("stateful", name), image, namespace));
    }

    /**
     * Returns this workload running so many times, one started after the other; renders to {@code spec.replicas}.
     *
     * @param count 0 to 1000
     */
    public StatefulWorkload withReplicas(int count) {
        if (count < 0 || count > 1000) {
            throw new IllegalArgumentException(
                    "%d is no number of replicas: it must lie between 0 and 1000, as in withReplicas(3)."
                            .formatted(count));
        }
        var copy = changed(pod());
        copy.replicas = count;
        return copy;
    }

    /**
     * Returns this workload with a disk for each replica, mounted at a path; renders to {@code volumeClaimTemplates}. Kubernetes
     * changes neither size nor class of a disk that is there.
     *
     * @param path an absolute path; the disk is called as its last part
     * @param size how large it is; it does not grow by itself
     */
    public StatefulWorkload withDisk(String path, Storage size) {
        if (size.grows()) {
            throw new IllegalArgumentException(
                    "A disk at `%s` can't grow by itself: write its size alone, as in gibibytes(%d)."
                            .formatted(path, size.mostGibibytes()));
        }
        var name = new Name(path.substring(path.lastIndexOf('/') + 1)).text();
        var mount = new Mount(path, Volume.claimTemplate(name));
        var copy = changed(container().withMount(mount));
        copy.disks = ContainerSettings.plus(disks, new Disk(name, size));
        return copy;
    }

    /**
     * Returns this workload with disks of another class than the cluster's own; renders to {@code storageClassName}.
     *
     * @param name a storage class that the cluster has, such as {@code gp3}
     */
    public StatefulWorkload withStorageClass(String name) {
        var copy = changed(pod());
        copy.storageClass = Optional.of(name);
        return copy;
    }

    /**
     * Returns this workload losing the disks of replicas that are taken away, and all of them with itself; renders to
     * {@code persistentVolumeClaimRetentionPolicy}. Without this call they are kept.
     */
    public StatefulWorkload losingDisks() {
        var copy = changed(pod());
        copy.keepsDisks = false;
        return copy;
    }

    @Override
    StatefulWorkload changed(Pod changed) {
        return new StatefulWorkload(this, changed);
    }

    @Override
    Elements besides() {
        return storageClass
                .map(name -> Elements.none().with(new Need(placement(), Capability.storageClass(name))))
                .orElseGet(Elements::none);
    }

    @Override
    List<HasMetadata> starting(PodTemplateSpec template) {
        return List.of(names(), set(template));
    }

    private String namesService() {
        return name() + "-pods";
    }

    /**
     * The pods find each other by name before they are ready, or a cluster of them could never form. It has a label of its own:
     * by the workload's, a ServiceMonitor would scrape each pod twice.
     */
    private Service names() {
        return new ServiceBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), namesService()))
                .editMetadata()
                .addToLabels(WorkloadObjects.NAME_LABEL, namesService())
                .endMetadata()
                .withNewSpec()
                .withClusterIP("None")
                .withPublishNotReadyAddresses(true)
                .addToSelector(WorkloadObjects.NAME_LABEL, name())
                .withPorts(WorkloadObjects.servicePorts(pod()))
                .endSpec()
                .build();
    }

    private StatefulSet set(PodTemplateSpec template) {
        var retention = keepsDisks ? "Retain" : "Delete";
        return new StatefulSetBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), name()))
                .withNewSpec()
                .withReplicas(replicas)
                .withServiceName(namesService())
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, name())
                .endSelector()
                .withNewPersistentVolumeClaimRetentionPolicy(retention, retention)
                .withTemplate(template)
                .withVolumeClaimTemplates(disks.stream().map(this::claim).toList())
                .endSpec()
                .build();
    }

    private PersistentVolumeClaim claim(Disk disk) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(disk.name())
                .addToLabels(WorkloadObjects.NAME_LABEL, name())
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(storageClass.orElse(null))
                .withNewResources()
                .addToRequests("storage", new Quantity(disk.size().gibibytes() + "Gi"))
                .endResources()
                .endSpec()
                .build();
    }
}
