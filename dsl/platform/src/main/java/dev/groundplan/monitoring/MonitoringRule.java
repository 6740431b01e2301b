package dev.groundplan.monitoring;

import io.fabric8.openshift.api.model.monitoring.v1.Rule;

/** A rule that Prometheus evaluates: one that raises an alert, or one that keeps a result under a name of its own. */
public sealed interface MonitoringRule permits AlertRule, RecordingRule {

    /** Returns the rule as the operator's objects have it. */
    Rule rendered();
}
