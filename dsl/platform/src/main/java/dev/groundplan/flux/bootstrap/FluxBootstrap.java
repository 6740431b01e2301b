package dev.groundplan.flux.bootstrap;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.kubernetes.KubernetesConfigMapV1;
import dev.groundplan.terraform.kubernetes.KubernetesNamespaceV1;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What a cluster needs before Flux takes over, in the root module {@code bootstrap}: the namespace {@code flux-system}, the
 * ConfigMap {@code cluster-vars} with what only Terraform knows, and Flux itself by flux-operator.
 *
 * <p>It is a root module of its own because its providers talk to the cluster: one that made the cluster as well would have to
 * be configured by what does not exist yet. It is applied after {@code infra}, whose output {@code cluster_vars}, a map of
 * texts, becomes the ConfigMap.
 */
public final class FluxBootstrap {

    /** The namespace that Flux lives in. */
    public static final String NAMESPACE = "flux-system";

    private final String cluster;
    private final FluxSource source;
    private Optional<PullSecret> pullSecret = Optional.empty();

    private FluxBootstrap(String cluster, FluxSource source) {
        this.cluster = cluster;
        this.source = source;
    }

    /**
     * Returns Flux in this cluster.
     *
     * @param cluster what AWS calls it on the site
     * @param source where Flux begins
     */
    public static FluxBootstrap of(String cluster, FluxSource source) {
        return new FluxBootstrap(cluster, source);
    }

    /** Returns this with a Secret that Flux logs in with at a private repository. */
    public FluxBootstrap withPullSecret(PullSecret secret) {
        var copy = new FluxBootstrap(cluster, source);
        copy.pullSecret = Optional.of(secret);
        return copy;
    }

    /** Returns the elements of the root module {@code bootstrap} on this site. */
    public Elements elements(Site site) {
        var providers = new ClusterProviders(cluster, site);
        var namespace = namespace();
        var variables = variables(site, namespace);
        var releases = new FluxReleases(namespace);
        var operator = releases.operator();
        var instance = releases.instance(source).withDependsOn(operator, variables);
        var elements = Elements.none()
                .with(Root.BOOTSTRAP, providers.cluster(), providers.kubernetes(), providers.helm())
                .with(Root.BOOTSTRAP, site.state(Root.INFRA).remote(), namespace, variables, operator);
        if (pullSecret.isEmpty()) {
            return elements.with(Root.BOOTSTRAP, instance);
        }
        var login = pullSecret.get();
        var read = login.read(text(site.parameterArn(login.parameter())));
        var secret = login.secret(read, namespace);
        return elements.with(Root.BOOTSTRAP, read, secret, instance.withDependsOn(secret));
    }

    /** Others label and annotate a namespace as they please; Terraform leaves that alone. */
    private static KubernetesNamespaceV1 namespace() {
        var restricted = new LinkedHashMap<String, String>();
        restricted.put("pod-security.kubernetes.io/enforce", "restricted");
        return KubernetesNamespaceV1.of(
                        "flux_system",
                        KubernetesNamespaceV1.Metadata.of().withName(NAMESPACE).withLabels(restricted))
                .withLifecycle(Lifecycle.defaults().withIgnoreChanges("metadata[0].annotations", "metadata[0].labels"));
    }

    private static KubernetesConfigMapV1 variables(Site site, KubernetesNamespaceV1 namespace) {
        var watched = new LinkedHashMap<String, String>();
        watched.put("reconcile.fluxcd.io/watch", "Enabled");
        return KubernetesConfigMapV1.of(
                        "cluster_vars",
                        KubernetesConfigMapV1.Metadata.of()
                                .withName("cluster-vars")
                                .withNamespace(NAMESPACE)
                                .withLabels(watched))
                .withData(site.state(Root.INFRA).output("cluster_vars"))
                .withDependsOn(namespace);
    }
}
