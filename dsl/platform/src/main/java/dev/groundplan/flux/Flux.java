package dev.groundplan.flux;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.ApplyOrder;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Offer;
import dev.groundplan.values.GoDuration;
import dev.groundplan.values.Seconds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flux: brings everything in {@code kubernetes/} into the cluster and keeps it so.
 *
 * <p>Renders to the root module {@code bootstrap}, which installs it, and to {@code kubernetes/flux}, where it begins: one {@code Kustomization} for each directory that is applied
 * together. Each waits until everything in it is ready, and for the directories that bring what it needs: the definitions of a
 * custom resource, a namespace, an ingress, storage or priority class. That order is computed from what all parts say
 * ({@link dev.groundplan.facts.Need}, {@link dev.groundplan.facts.Offer}) and from the objects; nobody types it. What needs each
 * other in a ring is refused (G01).
 *
 * <p>A {@link ClusterVariable} becomes <code>${key}</code>, which Flux replaces from the ConfigMap {@code cluster-vars}. All of
 * them together are the output {@code cluster_vars} of the root module {@code infra}, a map from which {@code bootstrap} makes
 * that ConfigMap. A <code>${</code> in any other text of an object is written so that it stays one.
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Flux: Kustomization</a>
 */
public final class Flux implements Part {

    /** The namespace that Flux lives in; its source and its first Kustomization are called the same. */
    public static final String NAMESPACE = "flux-system";

    private static final List<String> DEFINITIONS = List.of(
            "fluxcd.controlplane.io",
            "helm.toolkit.fluxcd.io",
            "kustomize.toolkit.fluxcd.io",
            "notification.toolkit.fluxcd.io",
            "source.toolkit.fluxcd.io");

    private final PartId id;
    private final SourceLine line;
    private final PartReference cluster;
    private final EksCluster of;
    private final Sync sync;
    private Optional<Seconds> interval = Optional.empty();
    private Seconds retryInterval = new Seconds(120);
    private boolean isAlreadyThere;

    private Flux(PartReference cluster, EksCluster of, SourceLine line, Sync sync) {
        this.id = PartId.of("flux", of.id().name().text());
        this.line = line;
        this.cluster = cluster;
        this.of = of;
        this.sync = sync;
    }

    private Flux(Flux flux) {
        this(flux.cluster, flux.of, flux.line, flux.sync);
        interval = flux.interval;
        retryInterval = flux.retryInterval;
        isAlreadyThere = flux.isAlreadyThere;
    }

    /**
     * Returns Flux in a cluster.
     *
     * @param cluster the cluster that it runs in
     * @param sync where it finds what it applies
     */
    public static Flux flux(EksCluster cluster, Sync sync) {
        return new Flux(PartReference.to(cluster, "cluster"), cluster, SourceLine.here(), sync);
    }

    /**
     * Returns this with another time after which Flux compares a directory with the cluster, even if nothing new was committed;
     * renders to {@code spec.interval}. Without this call 10 minutes for what is below {@code apps}, and an hour for all else.
     */
    public Flux withInterval(Seconds time) {
        var copy = new Flux(this);
        copy.interval = Optional.of(time);
        return copy;
    }

    /**
     * Returns this with another time after which Flux tries again what failed; renders to {@code spec.retryInterval}. Without
     * this call 120 seconds.
     */
    public Flux withRetryInterval(Seconds time) {
        var copy = new Flux(this);
        copy.retryInterval = time;
        return copy;
    }

    /**
     * Returns this as a Flux that is in the cluster already, by other means, and is told by other means to begin in
     * {@code kubernetes/flux}: the root module {@code bootstrap} is left out. Somebody else then writes the output
     * {@code cluster_vars} into the ConfigMap {@code cluster-vars} of the namespace {@code flux-system}.
     */
    public Flux alreadyInstalled() {
        var copy = new Flux(this);
        copy.isAlreadyThere = true;
        return copy;
    }

    /** Returns where it finds what it applies. */
    public Sync sync() {
        return sync;
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
        var brings = Stream.concat(
                Stream.of(Capability.namespace(NAMESPACE)), DEFINITIONS.stream().map(Capability::definitions));
        var elements = Elements.none().with(brings.map(Offer::already).toArray(Fact[]::new));
        return isAlreadyThere
                ? elements
                : elements.and(sync.bootstrap(of.name(site), site).elements(site));
    }

    @Override
    public Elements complete(Site site, Elements all) {
        refuseSecond(all);
        var order = ApplyOrder.of(all);
        var variables = all.facts(ClusterVariable.class);
        var directories = new AppliedDirectories(this, site, order, all.kubernetes());
        var elements = Elements.none().with(Root.INFRA, ClusterVariables.output(variables));
        for (var directory : order.directories()) {
            elements = elements.with(
                            AppliedByFlux.BEGINNING, directories.kustomization(directory, !variables.isEmpty()))
                    .with(new AppliedByFlux(directory, AppliedDirectories.name(directory)));
        }
        return elements;
    }

    /** Each environment has one tree of manifests: two would apply it both, each to its own cluster. */
    private void refuseSecond(Elements all) {
        var here = Capability.namespace(NAMESPACE);
        if (all.facts(Offer.class).stream()
                        .filter(offer -> offer.capability().equals(here))
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "There is more than one Flux on this platform, and each would apply the same `kubernetes/`, for clusters that are not the same: describe each cluster in an environment of its own, as in environment(\"staging-%s\", …)."
                            .formatted(of.id().name()));
        }
    }

    /** The time after which a directory is compared with the cluster. */
    GoDuration interval(Placement directory) {
        var usual = directory.directory().startsWith("apps") ? GoDuration.minutes(10) : GoDuration.minutes(60);
        return interval.map(time -> new GoDuration(time.count())).orElse(usual);
    }

    GoDuration retryInterval() {
        return new GoDuration(retryInterval.count());
    }
}
