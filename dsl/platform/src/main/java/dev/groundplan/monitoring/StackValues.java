package dev.groundplan.monitoring;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.ChartValues;
import java.util.List;

/** The values of the chart kube-prometheus-stack. */
final class StackValues {

    static final String STORAGE_CLASS = "gp3";

    /** Alertmanager keeps silences and what was told. */
    private static final int ALERTMANAGER_GIBIBYTES = 2;

    /** What the chart reads and EKS does not show: the value of the component, and those of its rules. */
    private static final List<String> HIDDEN = List.of(
            "kubeControllerManager.enabled",
            "kubeEtcd.enabled",
            "kubeProxy.enabled",
            "kubeScheduler.enabled",
            "defaultRules.rules.etcd",
            "defaultRules.rules.kubeControllerManager",
            "defaultRules.rules.kubeProxy",
            "defaultRules.rules.kubeSchedulerAlerting",
            "defaultRules.rules.kubeSchedulerRecording");

    /** Without these Prometheus takes only objects with the label of the chart's release. */
    private static final List<String> TAKES_ALL = List.of(
            "podMonitorSelectorNilUsesHelmValues",
            "probeSelectorNilUsesHelmValues",
            "ruleSelectorNilUsesHelmValues",
            "scrapeConfigSelectorNilUsesHelmValues",
            "serviceMonitorSelectorNilUsesHelmValues");

    private final StackSize size;

    StackValues(StackSize size) {
        this.size = size;
    }

    ChartValues all() {
        var values = chartValues()
                .with("alertmanager", alertmanager())
                .with("grafana", grafana())
                .with("kube-state-metrics", ResourceStates.values())
                .with("prometheus", prometheus());
        for (var hidden : HIDDEN) {
            values = values.with(hidden, false);
        }
        return values;
    }

    private ChartValues prometheus() {
        var spec = chartValues()
                .with("replicas", replicas())
                .with("retention", size.retention().count() + "d")
                .with("retentionSize", size.mostMetricsGibibytes() + "GB")
                .with("storageSpec", volume(size.storage().gibibytes()))
                .with("resources.requests.cpu", "250m")
                .with("resources.requests.memory", "1Gi")
                .with("resources.limits.memory", "2Gi");
        for (var selector : TAKES_ALL) {
            spec = spec.with(selector, false);
        }
        return disruption().with("prometheusSpec", spec);
    }

    private ChartValues alertmanager() {
        return disruption()
                .with("alertmanagerSpec.replicas", replicas())
                .with("alertmanagerSpec.useExistingSecret", true)
                .with("alertmanagerSpec.configSecret", StackSecrets.ALERTMANAGER)
                .with("alertmanagerSpec.alertmanagerConfigMatcherStrategy.type", "None")
                .with("alertmanagerSpec.storage", volume(ALERTMANAGER_GIBIBYTES))
                .with("alertmanagerSpec.resources.requests.cpu", "10m")
                .with("alertmanagerSpec.resources.requests.memory", "64Mi")
                .with("alertmanagerSpec.resources.limits.memory", "128Mi");
    }

    /** Everything that Grafana shows comes from this description: it needs no volume. */
    private static ChartValues grafana() {
        return chartValues()
                .with("admin.existingSecret", StackSecrets.GRAFANA)
                .with("admin.userKey", StackSecrets.USER_KEY)
                .with("admin.passwordKey", StackSecrets.PASSWORD_KEY)
                .with("defaultDashboardsEditable", false)
                .with("sidecar.dashboards.enabled", true)
                .with("sidecar.dashboards.label", "grafana_dashboard")
                .with("sidecar.dashboards.labelValue", "1")
                .with("sidecar.dashboards.folderAnnotation", "grafana_folder")
                .with("sidecar.dashboards.searchNamespace", "ALL")
                .with("sidecar.dashboards.provider.foldersFromFilesStructure", true)
                .with("sidecar.datasources.uid", "prometheus");
    }

    private ChartValues disruption() {
        return size.replicas().orElseThrow() > 1
                ? chartValues().with("podDisruptionBudget.enabled", true)
                : chartValues();
    }

    private int replicas() {
        return size.replicas().orElseThrow();
    }

    private static ChartValues volume(int gibibytes) {
        return chartValues()
                .with("volumeClaimTemplate.spec.storageClassName", STORAGE_CLASS)
                .withTexts("volumeClaimTemplate.spec.accessModes", List.of("ReadWriteOnce"))
                .with("volumeClaimTemplate.spec.resources.requests.storage", gibibytes + "Gi");
    }
}
