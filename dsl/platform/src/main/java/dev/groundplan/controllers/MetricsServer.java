package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;

import dev.groundplan.charts.Chart;
import dev.groundplan.charts.ChartRepository;
import dev.groundplan.charts.ChartValues;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import java.util.List;

/**
 * metrics-server: it says how much processor time and memory pods use, which is what a HorizontalPodAutoscaler asks.
 *
 * <p>Renders to a {@code HelmRelease} in {@code kube-system} and serves the API {@code metrics.k8s.io}, over TLS with a
 * certificate that the API server verifies. Two of it run, one at a time is taken away.
 *
 * @see <a href="https://github.com/kubernetes-sigs/metrics-server">metrics-server</a>
 */
public final class MetricsServer implements Part {

    private static final String NAME = "metrics-server";
    private static final String VERSION = "3.13.1";

    private final SourceLine line;
    private final PartReference toCluster;
    private final EksCluster cluster;
    private ChartValues values = chartValues();

    private MetricsServer(SourceLine line, PartReference toCluster, EksCluster cluster) {
        this.line = line;
        this.toCluster = toCluster;
        this.cluster = cluster;
    }

    /** Returns the metrics-server of this cluster. */
    public static MetricsServer metricsServer(EksCluster cluster) {
        return new MetricsServer(SourceLine.here(), PartReference.to(cluster, "cluster"), cluster);
    }

    /** Returns this metrics-server with further values of its chart; of two for one key this one counts. */
    public MetricsServer withValues(ChartValues more) {
        var copy = new MetricsServer(line, toCluster, cluster);
        copy.values = values.and(more);
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
        var repository = ChartRepository.repository("https://kubernetes-sigs.github.io/metrics-server/");
        var chart = Chart.chart(NAME, repository, VERSION);
        return helmRelease(NAME, chart, cluster.namespace("kube-system"))
                .withValues(defaults(chart))
                .withValues(values)
                .expand(site);
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
