package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.Chart;
import dev.groundplan.charts.ChartRepository;
import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import java.util.List;

/** A chart that a cluster has once, under the chart's own name, with our values and then the user's. */
abstract sealed class Controller implements Part
        permits ClusterAutoscaler, ExternalDns, ExternalSecrets, LoadBalancerController, MetricsServer, Reloader {

    final EksCluster cluster;
    ChartValues values = chartValues();

    private final PartId id;
    private final SourceLine line;
    private final PartReference toCluster;

    Controller(String name, EksCluster cluster) {
        this.cluster = cluster;
        id = PartId.of("controller", name);
        line = SourceLine.here();
        toCluster = PartReference.to(cluster, "cluster");
    }

    Controller(Controller controller) {
        cluster = controller.cluster;
        values = controller.values;
        id = controller.id;
        line = controller.line;
        toCluster = controller.toCluster;
    }

    /** The release with our values alone. */
    abstract HelmRelease release(Site site);

    final Chart chart(String repository, String version) {
        return Chart.chart(id.name().text(), ChartRepository.repository(repository), version);
    }

    final HelmRelease release(Chart chart, Namespace namespace) {
        return HelmRelease.helmRelease(id.name().text(), chart, namespace);
    }

    @Override
    public final PartId id() {
        return id;
    }

    @Override
    public final SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(toCluster);
    }

    @Override
    public Elements expand(Site site) {
        return release(site).withValues(values).expand(site);
    }
}
