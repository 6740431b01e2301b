package dev.groundplan.monitoring;

import static dev.groundplan.monitoring.AlertRule.alert;
import static dev.groundplan.monitoring.PromQl.promql;
import static dev.groundplan.monitoring.RecordingRule.recording;
import static dev.groundplan.monitoring.Severity.CRITICAL;
import static dev.groundplan.monitoring.Severity.WARNING;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is recorded of a service, and when somebody is told: rate, errors, duration and saturation. */
final class ServiceRules {

    static final String RATE = "workload:http_requests:rate5m";
    static final String SLOWEST = "workload:http_request_duration_seconds:p95_rate5m";

    /** At these rates 2 % of a budget of 30 days are gone within an hour, and 5 % within six. */
    private static final String FAST = "14.4";

    private static final String SLOW = "6";
    private static final String ERRORS = "workload:http_request_errors:ratio_rate";

    private final Monitoring monitoring;
    private final ServiceMetrics metrics;
    private final WatchedService service;

    ServiceRules(Monitoring monitoring, WatchedService service) {
        this.monitoring = monitoring;
        this.metrics = monitoring.metrics();
        this.service = service;
    }

    /** Returns the name under which the share of failed requests over this time is recorded. */
    static String errors(String window) {
        return ERRORS + window;
    }

    List<MonitoringRule> all() {
        var rules = new ArrayList<MonitoringRule>();
        rules.add(recorded(RATE, "sum(rate(%s{%s}[5m]))".formatted(metrics.requests(), service.selector())));
        Stream.of("5m", "30m", "1h", "6h").map(this::errorRatio).forEach(rules::add);
        rules.add(recorded(
                SLOWEST,
                "histogram_quantile(0.95, sum by (le) (rate(%s{%s}[5m])))"
                        .formatted(metrics.bucket(), service.selector())));
        alerts().map(this::labelled).forEach(rules::add);
        return rules;
    }

    private Stream<AlertRule> alerts() {
        var always = Stream.of(
                burn("HttpErrorBudgetBurnsFast", FAST, "1h", "5m", Duration.ofMinutes(2)),
                burn("HttpErrorBudgetBurns", SLOW, "6h", "30m", Duration.ofMinutes(15)),
                errors(),
                slow(),
                stopped(),
                missing());
        return Stream.concat(always, metrics.pool().map(this::poolUsedUp).stream());
    }

    private RecordingRule errorRatio(String window) {
        var failed = "rate(%s{%s,%s=~\"5..\"}[%s])"
                .formatted(metrics.requests(), service.selector(), metrics.status(), window);
        var all = "rate(%s{%s}[%s])".formatted(metrics.requests(), service.selector(), window);
        // Before the first failure there is no series of failures, and a share of nothing would be nothing.
        return recorded(errors(window), "(sum(%s) or vector(0)) / sum(%s)".formatted(failed, all));
    }

    private AlertRule burn(String name, String rate, String longer, String shorter, Duration pending) {
        var most = monitoring.objective().burningAt(rate);
        var expression =
                "%s > %s and %s > %s".formatted(recorded(errors(longer)), most, recorded(errors(shorter)), most);
        return alert(name, CRITICAL, promql(expression))
                .withPending(pending)
                .withSummary("%s burns its error budget %s times as fast as it may".formatted(service.name(), rate))
                .withDescription(
                        "{{ $value | humanizePercentage }} of the requests to %s failed in the last %s; %s of them are to succeed over 30 days."
                                .formatted(service.name(), longer, monitoring.objective()));
    }

    private AlertRule errors() {
        return alert("HttpErrors", CRITICAL, promql(recorded(errors("5m")) + " > 0.05"))
                .withPending(Duration.ofMinutes(10))
                .withSummary("More than 5 %% of the requests to %s fail".formatted(service.name()))
                .withDescription(
                        "{{ $value | humanizePercentage }} of the requests to %s were answered with a status of 5xx in the last 5 minutes."
                                .formatted(service.name()));
    }

    private AlertRule slow() {
        var seconds = BigDecimal.valueOf(monitoring.slowest().toMillis(), 3).stripTrailingZeros();
        return alert("HttpSlow", WARNING, promql(recorded(SLOWEST) + " > " + seconds.toPlainString()))
                .withPending(Duration.ofMinutes(10))
                .withSummary("Requests to %s are slow".formatted(service.name()))
                .withDescription(
                        "5 %% of the requests to %s take more than {{ $value | humanizeDuration }}; %s s are promised."
                                .formatted(service.name(), seconds.toPlainString()));
    }

    /** Silence alone is no news for a service that nobody calls at night: the day before counts, too. */
    private AlertRule stopped() {
        var expression = "%s == 0 and %s offset 1d > 0".formatted(recorded(RATE), recorded(RATE));
        return alert("HttpRequestsStopped", WARNING, promql(expression))
                .withPending(Duration.ofMinutes(15))
                .withSummary("No requests reach %s".formatted(service.name()))
                .withDescription(
                        "No request was answered by %s in the last 15 minutes; at this time of yesterday there were some."
                                .formatted(service.name()));
    }

    private AlertRule missing() {
        return alert("MetricsMissing", CRITICAL, promql("absent(up{%s} == 1)".formatted(service.selector())))
                .withSummary("Prometheus reads no metrics of %s".formatted(service.name()))
                .withDescription("No pod of %s answers at %s: either none runs, or Prometheus does not reach it."
                        .formatted(service.name(), monitoring.path()));
    }

    private AlertRule poolUsedUp(ConnectionPool pool) {
        var expression = "min_over_time(%s{%s}[5m]) > 0".formatted(pool.waiting(), service.selector());
        return alert("ConnectionPoolUsedUp", WARNING, promql(expression))
                .withSummary("%s waits for connections".formatted(service.name()))
                .withDescription(
                        "{{ $value }} callers in {{ $labels.pod }} wait for a connection, and have done so for 5 minutes: the pool is too small, or the other side too slow.");
    }

    private RecordingRule recorded(String name, String expression) {
        return recording(name, promql(expression))
                .withLabel("namespace", service.namespace())
                .withLabel("workload", service.name());
    }

    private String recorded(String name) {
        return name + service.recorded();
    }

    private AlertRule labelled(AlertRule rule) {
        var labelled = rule.withLabel("namespace", service.namespace()).withLabel("workload", service.name());
        return monitoring.runbook().map(labelled::withRunbook).orElse(labelled);
    }
}
