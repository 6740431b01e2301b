package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which Services a ServiceMonitor watches.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.NamespaceSelector">Prometheus
 *     operator: NamespaceSelector</a>
 */
final class WatchedServices {

    private WatchedServices() {}

    /** Whether this one is among them. */
    static boolean has(ServiceMonitor monitor, Service service) {
        return areIn(monitor, Pods.namespace(service))
                && Selectors.select(
                        monitor.getSpec().getSelector(),
                        Objects.requireNonNullElse(service.getMetadata().getLabels(), new TreeMap<>()));
    }

    /** Whether they may be in this namespace; a selector that names none means the monitor's own. */
    static boolean areIn(ServiceMonitor monitor, String namespace) {
        var selector = monitor.getSpec().getNamespaceSelector();
        if (selector != null && Boolean.TRUE.equals(selector.getAny())) {
            return true;
        }
        boolean isOwn = selector == null || selector.getMatchNames().isEmpty();
        return isOwn
                ? Pods.namespace(monitor).equals(namespace)
                : selector.getMatchNames().contains(namespace);
    }
}
