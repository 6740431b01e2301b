package dev.groundplan.monitoring;

import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.charts.HelmRelease.helmRelease;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.PodSecurity;
import dev.groundplan.facts.AlertRoute;
import dev.groundplan.facts.Capability;
import dev.groundplan.values.Days;
import dev.groundplan.values.Seconds;
import dev.groundplan.values.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * Prometheus, Alertmanager and Grafana in the namespace {@code monitoring}: the chart kube-prometheus-stack, configured.
 *
 * <ul>
 *   <li>Prometheus and Alertmanager keep what they know on volumes of the storage class {@code gp3}, and there are two of each
 *       in production. Prometheus takes every {@code ServiceMonitor} and {@code PrometheusRule} of the cluster, and drops what is
 *       old before its volume is full.
 *   <li>Alertmanager's whole configuration and Grafana's login are Secrets that External Secrets makes from Parameter Store.
 *   <li>Grafana shows each {@code ConfigMap} with the label {@code grafana_dashboard}, in the folder that it names.
 *   <li>What EKS hides (etcd, the scheduler, the controller manager, kube-proxy) is neither read nor missed.
 *   <li>kube-state-metrics also tells how the objects of Flux and of External Secrets are, and rules in {@code configs} say when
 *       one of them is not ready.
 * </ul>
 *
 * <p>The namespace takes pods of every kind: the exporter on each node reads what the node does.
 *
 * @see <a href="https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack">kube-prometheus-stack</a>
 */
public final class PrometheusStack implements Part {

    private static final String CHART = "kube-prometheus-stack";
    private static final String VERSION = "88.5.3";
    private static final String CHARTS = "oci://ghcr.io/prometheus-community/charts";
    private static final String NAMESPACE = "monitoring";

    /** The definitions alone are some megabytes, and six images are pulled. */
    private static final Seconds TIMEOUT = new Seconds(900);

    private final PartId id;
    private final SourceLine line;
    private final Namespace namespace;
    private final PartReference cluster;
    private final PartReference keeper;
    private final StackSecrets secrets;
    private StackSize size = StackSize.DEFAULT;
    private ChartValues more = ChartValues.chartValues();

    private PrometheusStack(
            SourceLine line, Namespace namespace, List<PartReference> references, StackSecrets secrets) {
        this.id = PartId.of("monitoring", CHART);
        this.line = line;
        this.namespace = namespace;
        this.cluster = references.getFirst();
        this.keeper = references.getLast();
        this.secrets = secrets;
    }

    private PrometheusStack(PrometheusStack stack) {
        this(stack.line, stack.namespace, List.of(stack.cluster, stack.keeper), stack.secrets);
        size = stack.size;
        more = stack.more;
    }

    /**
     * Returns the stack, with 50 GiB for 15 days of metrics on each Prometheus.
     *
     * @param cluster where it runs
     * @param grafanaPassword where the password of Grafana's user {@code admin} is kept, {@code parameters.secret("grafana-admin")}
     * @param routing who is told of alerts
     */
    public static PrometheusStack prometheusStack(
            EksCluster cluster, SecretReference grafanaPassword, AlertRouting routing) {
        var namespace = cluster.namespace(NAMESPACE).withPodSecurity(PodSecurity.PRIVILEGED);
        var references = List.of(
                PartReference.to(cluster, "cluster"), PartReference.to(grafanaPassword.keptBy(), "Grafana's password"));
        return new PrometheusStack(
                SourceLine.here(), namespace, references, new StackSecrets(namespace, grafanaPassword, routing));
    }

    /**
     * Returns this stack with another volume for each Prometheus, four fifths of which metrics may fill; without this call 50
     * GiB. Renders to {@code storageSpec} and {@code retentionSize}.
     *
     * @throws IllegalArgumentException if it is less than 5 GiB, or grows: volumes of Kubernetes do not by themselves
     */
    public PrometheusStack withStorage(Storage storage) {
        var copy = new PrometheusStack(this);
        copy.size = size.withStorage(storage);
        return copy;
    }

    /**
     * Returns this stack with metrics of another time; without this call 15 days. Renders to {@code retention}.
     *
     * @throws IllegalArgumentException if it is no day
     */
    public PrometheusStack withRetention(Days days) {
        var copy = new PrometheusStack(this);
        copy.size = size.withRetention(days);
        return copy;
    }

    /**
     * Returns this stack with so many of Prometheus and of Alertmanager; without this call two in production, else one.
     *
     * @param count 1 to 5
     * @throws IllegalArgumentException if it is none of these
     */
    public PrometheusStack withReplicas(int count) {
        var copy = new PrometheusStack(this);
        copy.size = size.withReplicas(count);
        return copy;
    }

    /** Returns this stack with more values of the chart; they count where the stack's own say something else. */
    public PrometheusStack withValues(ChartValues values) {
        var copy = new PrometheusStack(this);
        copy.more = more.and(values);
        return copy;
    }

    /** Returns the namespace that it runs in; it makes it itself. */
    public Namespace namespace() {
        return namespace;
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
        var all = new ArrayList<PartReference>();
        all.add(cluster);
        all.add(keeper);
        secrets.routing().receivers().values().forEach(receiver -> all.add(receiver.keeper()));
        return all;
    }

    @Override
    public Elements expand(Site site) {
        var release = release(site);
        var elements = release.expand(site).and(secrets.expand(site, release.placement()));
        var rules = MonitoringObjects.rules(
                MonitoringObjects.literal("platform", namespace.name(), CHART), ResourceStates.rules());
        return elements.with(Layer.CONFIGS.directory(id.name()), rules).with(routes());
    }

    private HelmRelease release(Site site) {
        return helmRelease(CHART, chart(CHART, repository(CHARTS), VERSION), namespace)
                .withTimeout(TIMEOUT)
                .withValues(new StackValues(size.on(site)).all())
                .withValues(more)
                .needing(Capability.storageClass(StackValues.STORAGE_CLASS));
    }

    private AlertRoute[] routes() {
        var all = new ArrayList<AlertRoute>();
        secrets.routing()
                .bySeverity()
                .forEach((severity, receiver) -> all.add(AlertRoute.of(severity.label(), receiver.name())));
        secrets.routing().others().ifPresent(receiver -> all.add(AlertRoute.ofAllOthers(receiver.name())));
        return all.toArray(AlertRoute[]::new);
    }
}
