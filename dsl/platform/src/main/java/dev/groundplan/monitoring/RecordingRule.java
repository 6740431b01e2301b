package dev.groundplan.monitoring;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleBuilder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A result that Prometheus keeps under a name of its own: computed once, read by many.
 *
 * @see <a href="https://prometheus.io/docs/practices/rules/">Prometheus: naming of recording rules</a>
 */
public final class RecordingRule implements MonitoringRule {

    private final MetricName name;
    private final PromQl expression;
    private final SortedMap<String, String> labels;

    private RecordingRule(MetricName name, PromQl expression, SortedMap<String, String> labels) {
        this.name = name;
        this.expression = expression;
        this.labels = labels;
    }

    /**
     * Returns the rule that keeps the expression's result.
     *
     * @param name level, metric and operation with {@code :} between, such as {@code workload:http_requests:rate5m}
     * @throws IllegalArgumentException if the name is no {@link MetricName} or lacks a {@code :}
     */
    public static RecordingRule recording(String name, PromQl expression) {
        var metric = new MetricName(name);
        if (!name.contains(":")) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a recorded result: write level, metric and operation with `:` between, as in recording(\"workload:http_requests:rate5m\", …)."
                            .formatted(name));
        }
        return new RecordingRule(metric, expression, new TreeMap<>());
    }

    /** Returns this rule with a label on the result. */
    public RecordingRule withLabel(String label, String value) {
        var more = new TreeMap<>(labels);
        more.put(new LabelName(label).text(), value);
        return new RecordingRule(name, expression, more);
    }

    @Override
    public Rule rendered() {
        return new RuleBuilder()
                .withRecord(name.text())
                .withExpr(new IntOrString(expression.text()))
                .withLabels(labels)
                .build();
    }
}
