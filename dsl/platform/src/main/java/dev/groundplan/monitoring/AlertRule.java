package dev.groundplan.monitoring;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * When somebody is told. Renders to an alerting rule with the label {@code severity} and the annotations {@code summary},
 * {@code description} and {@code runbook_url}. Prometheus' templates, such as {@code {{ $labels.pod }}}, reach it as they are.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/">Prometheus: alerting rules</a>
 */
public final class AlertRule implements MonitoringRule {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final String name;
    private final PromQl expression;
    private final Severity severity;
    private Duration pending = Duration.ofMinutes(5);
    private Optional<String> runbook = Optional.empty();
    private SortedMap<String, String> texts = new TreeMap<>();
    private SortedMap<String, String> labels = new TreeMap<>();

    private AlertRule(String name, PromQl expression, Severity severity) {
        this.name = name;
        this.expression = expression;
        this.severity = severity;
    }

    private AlertRule(AlertRule rule) {
        this(rule.name, rule.expression, rule.severity);
        pending = rule.pending;
        runbook = rule.runbook;
        texts = new TreeMap<>(rule.texts);
        labels = new TreeMap<>(rule.labels);
    }

    /**
     * Returns an alert that is raised when the expression has had a result for 5 minutes.
     *
     * @param name words with capitals, such as {@code HttpErrors}; what it is routed and silenced by
     * @throws IllegalArgumentException if the name is none
     */
    public static AlertRule alert(String name, Severity severity, PromQl expression) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of an alert: write words with capitals, letters and digits only, as in alert(\"QueueFull\", …)."
                            .formatted(name));
        }
        return new AlertRule(name, expression, severity);
    }

    /** Returns this alert raised after the expression has had a result for another time; 0 raises it at once. */
    public AlertRule withPending(Duration time) {
        var copy = new AlertRule(this);
        copy.pending = PrometheusTime.whole(time);
        return copy;
    }

    /** Returns this alert with one line that says what is wrong. */
    public AlertRule withSummary(String text) {
        return withText("summary", text);
    }

    /** Returns this alert with some sentences that say what that means and what to look at. */
    public AlertRule withDescription(String text) {
        return withText("description", text);
    }

    /**
     * Returns this alert with a page that says what to do.
     *
     * @param url an address that begins with {@code https://}
     * @throws IllegalArgumentException if it is none
     */
    public AlertRule withRunbook(String url) {
        var copy = new AlertRule(this);
        copy.runbook = Optional.of(Urls.https(url, "runbook", "withRunbook(\"https://wiki.example.com/orders\")"));
        return copy;
    }

    /** Returns this alert with a label of its own, by which it can be routed. */
    public AlertRule withLabel(String label, String value) {
        var copy = new AlertRule(this);
        copy.labels.put(new LabelName(label).text(), value);
        return copy;
    }

    /** Returns what it is called. */
    public String name() {
        return name;
    }

    /** Returns how much it matters. */
    public Severity severity() {
        return severity;
    }

    @Override
    public Rule rendered() {
        var rule = new RuleBuilder()
                .withAlert(name)
                .withExpr(new IntOrString(expression.text()))
                .withAnnotations(texts)
                .withLabels(labels)
                .addToLabels("severity", severity.label());
        runbook.ifPresent(url -> rule.addToAnnotations("runbook_url", url));
        return pending.isZero()
                ? rule.build()
                : rule.withFor(PrometheusTime.text(pending)).build();
    }

    private AlertRule withText(String annotation, String text) {
        var copy = new AlertRule(this);
        copy.texts.put(annotation, text);
        return copy;
    }
}
