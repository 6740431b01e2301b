package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.Chart;
import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;

/**
 * metrics-server: it says how much processor time and memory pods use, which is what a HorizontalPodAutoscaler asks.
 *
 * <p>Renders to a {@code HelmRelease} in {@code kube-system} and serves the API {@code metrics.k8s.io}, over TLS with a
 * certificate that the API server verifies. Two of it run, one at a time is taken away.
 *
 * @see <a href="https://github.com/kubernetes-sigs/metrics-server">metrics-server</a>
 */
public final class MetricsServer extends Controller {

    private static final String NAME = "metrics-server";
    private static final String VERSION = "3.13.1";

    private MetricsServer(EksCluster cluster) {
        super(NAME, cluster);
    }

    private MetricsServer(MetricsServer server) {
        super(server);
    }

    /** Returns the metrics-server of this cluster. */
    public static MetricsServer metricsServer(EksCluster cluster) {
        return new MetricsServer(cluster);
    }

    /** Returns this metrics-server with further values of its chart; of two for one key this one counts. */
    public MetricsServer withValues(ChartValues more) {
        var copy = new MetricsServer(this);
        copy.values = values.and(more);
        return copy;
    }

    @Override
    HelmRelease release(Site site) {
        var chart = chart("https://kubernetes-sigs.github.io/metrics-server/", VERSION);
        return release(chart, cluster.namespace("kube-system")).withValues(defaults(chart));
    }

    private static ChartValues defaults(Chart chart) {
        return chartValues()
                .with(
                        "containerPort",
                        chart.facts().flatMap(facts -> facts.calledPort()).orElseThrow())
                .with("replicas", 2)
                .with("podDisruptionBudget.enabled", true)
                .with("podDisruptionBudget.minAvailable", 1)
                .with("serviceAccount.create", true)
                .with("serviceAccount.name", NAME)
                .with("apiService.insecureSkipTLSVerify", false)
                .with("tls.type", "helm")
                .with("resources", Resources.of("100m", "200Mi"));
    }
}
