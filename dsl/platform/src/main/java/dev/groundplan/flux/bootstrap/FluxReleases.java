package dev.groundplan.flux.bootstrap;

import static dev.groundplan.terraform.Expressions.bool;
import static dev.groundplan.terraform.Expressions.jsonencode;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;

import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.helm.HelmRelease;
import dev.groundplan.terraform.kubernetes.KubernetesNamespaceV1;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The two releases that Flux begins with. Terraform installs them and leaves them alone from then on: Flux, once it runs,
 * upgrades itself inside the range of {@code distribution.version}.
 *
 * @see <a href="https://fluxoperator.dev/docs/charts/flux-instance/">the chart flux-instance</a>
 */
final class FluxReleases {

    private static final String CHARTS = "oci://ghcr.io/controlplaneio-fluxcd/charts";

    /** The version of both charts; that of the operator's image is the same. */
    private static final String CHART = "0.58.1";

    private static final String FLUX = "2.9.x";
    private static final String IMAGES = "ghcr.io/fluxcd";
    private static final List<String> COMPONENTS =
            List.of("source-controller", "kustomize-controller", "helm-controller", "notification-controller");
    private static final long PATIENCE = 600;

    private final KubernetesNamespaceV1 namespace;

    FluxReleases(KubernetesNamespaceV1 namespace) {
        this.namespace = namespace;
    }

    HelmRelease operator() {
        return release("flux_operator", "flux-operator").withDependsOn(namespace);
    }

    /**
     * Terraform waits until Flux is ready: by a job of the chart, for Helm itself does not know when a custom resource is.
     *
     * <p>The values are one JSON document: JSON is YAML, and no indent can go wrong in it.
     */
    HelmRelease instance(FluxSource source) {
        return release("flux_instance", "flux-instance").withValues(list(jsonencode(object(values(source)))));
    }

    private static HelmRelease release(String terraformName, String chart) {
        return HelmRelease.of(terraformName, text(chart), text(chart))
                .withRepository(CHARTS)
                .withVersion(CHART)
                .withNamespace(FluxBootstrap.NAMESPACE)
                .withWait(true)
                .withTimeout(PATIENCE)
                .withLifecycle(Lifecycle.defaults().withIgnoreChanges("version", "values"));
    }

    private static SequencedMap<String, Expression<?>> values(FluxSource source) {
        var instance = new LinkedHashMap<String, Expression<?>>();
        instance.put("distribution", fields("version", text(FLUX), "registry", text(IMAGES)));
        instance.put("components", texts(COMPONENTS));
        instance.put(
                "cluster", fields("type", text("aws"), "domain", text("cluster.local"), "networkPolicy", bool(true)));
        instance.put("sync", sync(source));
        var values = new LinkedHashMap<String, Expression<?>>();
        values.put("instance", object(instance));
        values.put("healthcheck", fields("enabled", bool(true), "timeout", text("5m")));
        return values;
    }

    private static Expression<Object> sync(FluxSource source) {
        var sync = new LinkedHashMap<String, Expression<?>>();
        sync.put("kind", text("GitRepository"));
        sync.put("url", text(source.url()));
        sync.put("ref", text(source.ref()));
        sync.put("path", text(source.path()));
        sync.put("interval", text("1m"));
        if (!source.provider().equals("generic")) {
            sync.put("provider", text(source.provider()));
        }
        source.pullSecret().ifPresent(secret -> sync.put("pullSecret", text(secret)));
        return object(sync);
    }

    private static Expression<Object> fields(Object... keysAndValues) {
        var fields = new LinkedHashMap<String, Expression<?>>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], (Expression<?>) keysAndValues[i + 1]);
        }
        return object(fields);
    }
}
