package dev.groundplan.controllers;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.values.Cpu;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Memory;
import java.util.List;

/**
 * Room kept free for a sudden rise: pods that do nothing, and give way at once to any pod that waits. They then wait
 * themselves, and the cluster autoscaler adds a node for them.
 *
 * <p>Renders to a namespace {@code overprovisioning} closed in both directions, a {@code PriorityClass} of the lowest priority for which the autoscaler
 * still adds nodes (-10), and a {@code Deployment} of so many pods, spread over the zones. They are applied with the
 * applications: while they wait for a node, nothing waits for them.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/node-overprovisioning/">Kubernetes: overprovision node
 *     capacity</a>
 */
public final class Overprovisioning implements Part {

    private static final String NAME = "overprovisioning";
    private static final ImageReference PAUSE = new ImageReference("registry.k8s.io/pause:3.10.1");

    private final SourceLine line;
    private final PartReference toCluster;
    private final EksCluster cluster;
    private final int pods;
    private Cpu cpu = new Cpu(500);
    private Memory memory = new Memory(512);
    private ImageReference image = PAUSE;

    private Overprovisioning(SourceLine line, PartReference toCluster, EksCluster cluster, int pods) {
        this.line = line;
        this.toCluster = toCluster;
        this.cluster = cluster;
        this.pods = pods;
    }

    private Overprovisioning(Overprovisioning room) {
        this(room.line, room.toCluster, room.cluster, room.pods);
        cpu = room.cpu;
        memory = room.memory;
        image = room.image;
    }

    /**
     * Returns room for so many pods of half a core and 512 MiB.
     *
     * @param pods 1 to 100; renders to {@code spec.replicas}
     * @throws IllegalArgumentException if it is another number
     */
    public static Overprovisioning overprovisioning(EksCluster cluster, int pods) {
        if (pods < 1 || pods > 100) {
            throw new IllegalArgumentException(
                    "%s is no number of pods to keep room for: it must lie between 1 and 100, as in overprovisioning(cluster, 2)."
                            .formatted(pods));
        }
        return new Overprovisioning(SourceLine.here(), PartReference.to(cluster, "cluster"), cluster, pods);
    }

    /** Returns room for as many pods of this size; make it the size of what is to come. */
    public Overprovisioning forPodsOf(Cpu ofCpu, Memory ofMemory) {
        var copy = new Overprovisioning(this);
        copy.cpu = ofCpu;
        copy.memory = ofMemory;
        return copy;
    }

    /** Returns room kept by another image that does nothing; without this call {@code registry.k8s.io/pause:3.10.1}. */
    public Overprovisioning withImage(ImageReference other) {
        var copy = new Overprovisioning(this);
        copy.image = other;
        return copy;
    }

    @Override
    public PartId id() {
        return PartId.of("controller", NAME);
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(toCluster);
    }

    @Override
    public Elements expand(Site site) {
        var placement = Layer.APPS.directory(id().name());
        var elements = Elements.none();
        for (var in : cluster.namespace(NAME).isolated().expand(site).kubernetes()) {
            elements = elements.with(placement, in.object());
        }
        return elements.with(placement, new Placeholders(NAME, pods, image).objects(cpu, memory));
    }
}
