package dev.groundplan.monitoring;

import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.monitoring.AlertRule.alert;
import static dev.groundplan.monitoring.PromQl.promql;

import dev.groundplan.charts.ChartValues;
import java.time.Duration;
import java.util.List;

/**
 * Whether the objects of Flux and of External Secrets are ready: what kube-state-metrics is told to publish, and the rules that
 * read it.
 *
 * @see <a href="https://fluxcd.io/flux/monitoring/custom-metrics/">Flux: custom metrics</a>
 */
final class ResourceStates {

    private static final String FLUX = "gotk";
    private static final String SECRETS = "external_secrets";
    private static final String INFO = "_resource_info";

    private static final List<Watched> ALL = List.of(
            new Watched(FLUX, "kustomize.toolkit.fluxcd.io/v1", "Kustomization", "kustomizations"),
            new Watched(FLUX, "helm.toolkit.fluxcd.io/v2", "HelmRelease", "helmreleases"),
            new Watched(FLUX, "source.toolkit.fluxcd.io/v1", "GitRepository", "gitrepositories"),
            new Watched(FLUX, "source.toolkit.fluxcd.io/v1", "HelmRepository", "helmrepositories"),
            new Watched(FLUX, "source.toolkit.fluxcd.io/v1", "OCIRepository", "ocirepositories"),
            new Watched(SECRETS, "external-secrets.io/v1", "ExternalSecret", "externalsecrets"));

    private ResourceStates() {}

    /** A kind of objects, and the first word of its metric. */
    private record Watched(String prefix, String apiVersion, String kind, String plural) {

        String group() {
            return apiVersion.substring(0, apiVersion.indexOf('/'));
        }

        ChartValues resource() {
            return chartValues()
                    .with("groupVersionKind.group", group())
                    .with("groupVersionKind.version", apiVersion.substring(group().length() + 1))
                    .with("groupVersionKind.kind", kind)
                    .with("metricNamePrefix", prefix)
                    .withMaps("metrics", metric());
        }

        private ChartValues metric() {
            return chartValues()
                    .with("name", INFO.substring(1))
                    .with("help", "Whether the %s is ready.".formatted(kind))
                    .with("each.type", "Info")
                    .withTexts("each.info.labelsFromPath.name", List.of("metadata", "name"))
                    .withTexts("labelsFromPath.exported_namespace", List.of("metadata", "namespace"))
                    .withTexts("labelsFromPath.ready", List.of("status", "conditions", "[type=Ready]", "status"))
                    .withTexts("labelsFromPath.suspended", List.of("spec", "suspend"));
        }

        ChartValues access() {
            return chartValues()
                    .withTexts("apiGroups", List.of(group()))
                    .withTexts("resources", List.of(plural))
                    .withTexts("verbs", List.of("list", "watch"));
        }
    }

    /** Returns the values of kube-state-metrics. */
    static ChartValues values() {
        return chartValues()
                .with("customResourceState.enabled", true)
                .withMaps(
                        "customResourceState.config.spec.resources",
                        ALL.stream().map(Watched::resource).toArray(ChartValues[]::new))
                .withMaps("rbac.extraRules", ALL.stream().map(Watched::access).toArray(ChartValues[]::new));
    }

    /** Returns the rules that read what the values make kube-state-metrics publish. */
    static List<MonitoringRule> rules() {
        return List.of(
                notReady("FluxNotReady", FLUX)
                        .withSummary(
                                "{{ $labels.customresource_kind }} {{ $labels.exported_namespace }}/{{ $labels.name }} is not ready")
                        .withDescription(
                                "Flux has not brought the cluster to what Git says for 15 minutes; the object's condition Ready says why."),
                notReady("ExternalSecretNotReady", SECRETS)
                        .withSummary("ExternalSecret {{ $labels.exported_namespace }}/{{ $labels.name }} is not ready")
                        .withDescription(
                                "Its Secret is not brought up to date: the parameter is missing, or may not be read. Pods keep what they have."));
    }

    private static AlertRule notReady(String name, String prefix) {
        var expression = prefix + INFO + "{ready!=\"True\",suspended!=\"true\"} == 1";
        return alert(name, Severity.WARNING, promql(expression)).withPending(Duration.ofMinutes(15));
    }
}
