package dev.groundplan.eks;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;

/**
 * A namespace of a cluster.
 *
 * <p>Renders to a {@code Namespace} whose labels enforce a pod security standard at the cluster's version, and which Flux
 * never prunes: with a namespace everything in it goes.
 */
public final class Namespace implements Part {

    private static final String POD_SECURITY = "pod-security.kubernetes.io/";

    private final PartId id;
    private final SourceLine line;
    private final PartReference cluster;
    private final EksCluster of;
    private PodSecurity podSecurity = PodSecurity.RESTRICTED;

    private Namespace(PartId id, SourceLine line, PartReference cluster, EksCluster of) {
        this.id = id;
        this.line = line;
        this.cluster = cluster;
        this.of = of;
    }

    static Namespace namespace(String name, EksCluster cluster) {
        return new Namespace(
                PartId.of("namespace", name), SourceLine.here(), PartReference.to(cluster, "cluster"), cluster);
    }

    /** Returns this namespace with pods that may do more to their node; without this call {@link PodSecurity#RESTRICTED}. */
    public Namespace withPodSecurity(PodSecurity standard) {
        var copy = new Namespace(id, line, cluster, of);
        copy.podSecurity = standard;
        return copy;
    }

    /** Returns the namespace's name. */
    public String name() {
        return id.name().text();
    }

    /** Returns the cluster that it belongs to. */
    public EksCluster cluster() {
        return of;
    }

    /** Returns what pods of this namespace may do to their node. */
    public PodSecurity podSecurity() {
        return podSecurity;
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(cluster);
    }

    @Override
    public Elements expand(Site site) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name())
                .addToLabels(POD_SECURITY + "enforce", podSecurity.level())
                .addToLabels(POD_SECURITY + "enforce-version", "v" + of.kubernetes())
                .addToLabels(POD_SECURITY + "warn", podSecurity.level())
                .addToLabels(POD_SECURITY + "warn-version", "v" + of.kubernetes())
                .addToAnnotations("kustomize.toolkit.fluxcd.io/prune", "disabled")
                .endMetadata()
                .build();
        return Elements.none().with(Layer.CONFIGS.itself(), namespace);
    }
}
