package dev.groundplan.monitoring;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.RuleGroupBuilder;
import java.util.List;

/** Objects whose texts have {@code $} and braces of their own. */
final class MonitoringObjects {

    static final String NAME_LABEL = "app.kubernetes.io/name";

    private MonitoringObjects() {}

    /**
     * Returns the metadata of an object that Flux applies as it is.
     *
     * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution">Flux:
     *     disabling substitution</a>
     */
    static ObjectMeta literal(String name, String namespace, String of) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels(NAME_LABEL, of)
                .addToAnnotations("kustomize.toolkit.fluxcd.io/substitute", "disabled")
                .build();
    }

    /** Returns the rules as one group: Prometheus evaluates them in this order. */
    static PrometheusRule rules(ObjectMeta metadata, List<MonitoringRule> rules) {
        var group = new RuleGroupBuilder()
                .withName(metadata.getName())
                .withRules(rules.stream().map(MonitoringRule::rendered).toList())
                .build();
        return new PrometheusRuleBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withGroups(group)
                .endSpec()
                .build();
    }
}
