package dev.groundplan.monitoring;

import dev.groundplan.describe.Elements;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a workload is watched: where it publishes its metrics, what they are called, what is promised, and who is told what when
 * the promise breaks. A workload takes it, and {@link #watching} renders it to
 *
 * <ul>
 *   <li>a {@code ServiceMonitor}: Prometheus reads the metrics every 30 s,
 *   <li>a {@code PrometheusRule}: rate, share of errors and duration are recorded; alerts say when the error budget burns 14.4
 *       times (over 1 h and 5 min) or 6 times (over 6 h and 30 min) as fast as it may, when 5 % of requests fail for 10 minutes,
 *       when requests are slow, when they stop coming, when a pool of connections is used up and when there are no metrics,
 *   <li>a {@code ConfigMap} with a dashboard that Grafana finds.
 * </ul>
 *
 * <p>Pods that are missing or restart and an autoscaler at its limit are not told here: the rules of the chart
 * kube-prometheus-stack tell them of every workload.
 *
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Google: alerting on objectives</a>
 */
public final class Monitoring {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final String INTERVAL = "30s";

    private final String path;
    private String port = "http";
    private ServiceMetrics metrics = ServiceMetrics.http();
    private Objective objective = Objective.availability("99.9");
    private Duration slowest = Duration.ofMillis(500);
    private Optional<String> runbook = Optional.empty();
    private List<MonitoringRule> more = List.of();
    private String folder = "Workloads";

    private Monitoring(String path) {
        this.path = path;
    }

    private Monitoring(Monitoring monitoring) {
        this(monitoring.path);
        port = monitoring.port;
        metrics = monitoring.metrics;
        objective = monitoring.objective;
        slowest = monitoring.slowest;
        runbook = monitoring.runbook;
        more = monitoring.more;
        folder = monitoring.folder;
    }

    /**
     * Returns what watches a service of HTTP whose metrics are at this path of its port {@code http}: called as
     * {@link ServiceMetrics#http} says, 99.9 % of requests succeed, and 95 % of them take half a second at the most.
     *
     * @param path such as {@code /observe/metrics}; renders to {@code spec.endpoints[0].path}
     * @throws IllegalArgumentException if it does not begin with {@code /}, or has anything else than letters, digits and
     *     {@code ._~-} between
     */
    public static Monitoring metricsAt(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no path of metrics: begin each level with `/` and write letters, digits and `._~-`, as in metricsAt(\"/metrics\")."
                            .formatted(path));
        }
        return new Monitoring(path);
    }

    /** Returns this with the metrics on another port of the workload, by its name. */
    public Monitoring onPort(String name) {
        var copy = new Monitoring(this);
        copy.port = name;
        return copy;
    }

    /** Returns this with other names of metrics, or more of them; without this call {@link ServiceMetrics#http}. */
    public Monitoring withMetrics(ServiceMetrics names) {
        var copy = new Monitoring(this);
        copy.metrics = names;
        return copy;
    }

    /** Returns this with another promise of how many requests succeed; without this call 99.9 %. */
    public Monitoring withObjective(Objective promise) {
        var copy = new Monitoring(this);
        copy.objective = promise;
        return copy;
    }

    /**
     * Returns this with another time that 95 % of all requests take at the most; without this call half a second.
     *
     * @param time at least a millisecond; the service's histogram should have a bound there
     * @throws IllegalArgumentException if it is shorter than a millisecond
     */
    public Monitoring withSlowest(Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "`%s` is no time for a request: write a millisecond or more, as in withSlowest(Duration.ofMillis(500))."
                            .formatted(time));
        }
        var copy = new Monitoring(this);
        copy.slowest = time;
        return copy;
    }

    /**
     * Returns this with a page that says what to do, for all alerts that come with it; renders to {@code runbook_url}.
     *
     * @param url an address that begins with {@code https://}
     * @throws IllegalArgumentException if it is none
     */
    public Monitoring withRunbook(String url) {
        var copy = new Monitoring(this);
        copy.runbook = Optional.of(Urls.https(url, "runbook", "withRunbook(\"https://wiki.example.com/orders\")"));
        return copy;
    }

    /** Returns this with more rules, which come after those that are always there. */
    public Monitoring withRules(MonitoringRule... rules) {
        var copy = new Monitoring(this);
        var all = new ArrayList<>(more);
        all.addAll(List.of(rules));
        copy.more = List.copyOf(all);
        return copy;
    }

    /** Returns this with the dashboard in another folder of Grafana; without this call {@code Workloads}. */
    public Monitoring withFolder(String name) {
        var copy = new Monitoring(this);
        copy.folder = name;
        return copy;
    }

    /** Returns the name of the port that the metrics are on. */
    public String port() {
        return port;
    }

    /** Returns the path of the metrics. */
    public String path() {
        return path;
    }

    /** Returns the objects that watch {@code service}. */
    public Elements watching(WatchedService service) {
        var rules = new ArrayList<>(new ServiceRules(this, service).all());
        rules.addAll(more);
        var metadata = MonitoringObjects.literal(service.name(), service.namespace(), service.name());
        return Elements.none()
                .with(
                        service.placement(),
                        monitor(service),
                        MonitoringObjects.rules(metadata, rules),
                        new ServiceDashboard(this, service).configMap());
    }

    ServiceMetrics metrics() {
        return metrics;
    }

    Objective objective() {
        return objective;
    }

    Duration slowest() {
        return slowest;
    }

    Optional<String> runbook() {
        return runbook;
    }

    String folder() {
        return folder;
    }

    private ServiceMonitor monitor(WatchedService service) {
        return new ServiceMonitorBuilder()
                .withNewMetadata()
                .withName(service.name())
                .withNamespace(service.namespace())
                .addToLabels(MonitoringObjects.NAME_LABEL, service.name())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels(MonitoringObjects.NAME_LABEL, service.name())
                .endSelector()
                .addNewEndpoint()
                .withPort(port)
                .withPath(path)
                .withInterval(INTERVAL)
                .endEndpoint()
                .endSpec()
                .build();
    }
}
