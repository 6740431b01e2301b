package dev.groundplan.eks;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A namespace of a cluster.
 *
 * <p>Renders to a {@code Namespace} whose labels enforce a pod security standard at the cluster's version, and warn of and
 * record what breaks it, and which Flux never prunes: with a namespace everything in it goes. As soon as any part puts a
 * {@code NetworkPolicy} into it, as workloads do, another one, {@code <namespace>-default-deny}, closes it in both directions to all that
 * is not said.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Kubernetes: network policies</a>
 */
public final class Namespace implements Part {

    private static final String POD_SECURITY = "pod-security.kubernetes.io/";
    private static final String READINESS_GATES = "elbv2.k8s.aws/pod-readiness-gate-inject";

    private final PartId id;
    private final SourceLine line;
    private final PartReference cluster;
    private final EksCluster of;
    private PodSecurity podSecurity = PodSecurity.RESTRICTED;
    private boolean hasReadinessGates;
    private boolean isIsolated;
    private Optional<Quota> quota = Optional.empty();

    private Namespace(PartId id, SourceLine line, PartReference cluster, EksCluster of) {
        this.id = id;
        this.line = line;
        this.cluster = cluster;
        this.of = of;
    }

    private Namespace(Namespace namespace) {
        this(namespace.id, namespace.line, namespace.cluster, namespace.of);
        podSecurity = namespace.podSecurity;
        hasReadinessGates = namespace.hasReadinessGates;
        isIsolated = namespace.isIsolated;
        quota = namespace.quota;
    }

    static Namespace namespace(String name, EksCluster cluster) {
        return new Namespace(
                PartId.of("namespace", name), SourceLine.here(), PartReference.to(cluster, "cluster"), cluster);
    }

    /** Returns this namespace with pods that may do more to their node; without this call {@link PodSecurity#RESTRICTED}. */
    public Namespace withPodSecurity(PodSecurity standard) {
        var copy = new Namespace(this);
        copy.podSecurity = standard;
        return copy;
    }

    /**
     * Returns this namespace with pods that count as ready only once the load balancer has found them healthy: without that a
     * rollout ends old pods before the new ones are reached. Renders to the label
     * {@code elbv2.k8s.aws/pod-readiness-gate-inject}, which the AWS load balancer controller's webhook looks for when a pod is
     * created; it finds the pod's load balancer only if Service and Ingress are there already.
     *
     * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/">AWS load
     *     balancer controller: readiness gates</a>
     */
    public Namespace withReadinessGates() {
        var copy = new Namespace(this);
        copy.hasReadinessGates = true;
        return copy;
    }

    /**
     * Returns this namespace with no way in or out but those that network policies allow, even if no part puts one into it;
     * renders to the {@code NetworkPolicy} {@code <namespace>-default-deny}.
     */
    public Namespace isolated() {
        var copy = new Namespace(this);
        copy.isIsolated = true;
        return copy;
    }

    /**
     * Returns this namespace with a limit to what all its pods together are promised; renders to {@code ResourceQuota} and
     * {@code LimitRange}.
     */
    public Namespace withQuota(Quota limit) {
        var copy = new Namespace(this);
        copy.quota = Optional.of(limit);
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
        var elements = Elements.none().with(Layer.CONFIGS.itself(), namespace());
        for (var object : quota.map(limit -> limit.objects(name())).orElse(List.of())) {
            elements = elements.with(Layer.CONFIGS.itself(), object);
        }
        return isIsolated ? elements.with(Layer.CONFIGS.itself(), DefaultDeny.in(name())) : elements;
    }

    @Override
    public Elements complete(Site site, Elements all) {
        var objects = all.kubernetes().stream().map(InPlace::object).toList();
        return !isIsolated && DefaultDeny.isMeant(name(), objects)
                ? Elements.none().with(Layer.CONFIGS.itself(), DefaultDeny.in(name()))
                : Elements.none();
    }

    private io.fabric8.kubernetes.api.model.Namespace namespace() {
        var builder = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name())
                .addToAnnotations("kustomize.toolkit.fluxcd.io/prune", "disabled")
                .endMetadata();
        var metadata = builder.editMetadata();
        for (var mode : List.of("enforce", "audit", "warn")) {
            metadata.addToLabels(POD_SECURITY + mode, podSecurity.level())
                    .addToLabels(POD_SECURITY + mode + "-version", "v" + of.kubernetes());
        }
        if (hasReadinessGates) {
            metadata.addToLabels(READINESS_GATES, "enabled");
        }
        return metadata.endMetadata().build();
    }
}
