package dev.groundplan.controllers;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.WorkloadIdentity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a controller may do in AWS. Its chart makes the service account, whose tokens the controller needs for the Kubernetes
 * API as well; its name and its annotations are those of the identity.
 */
final class ControllerIdentity {

    private final WorkloadIdentity identity;

    private ControllerIdentity(WorkloadIdentity identity) {
        this.identity = identity;
    }

    static ControllerIdentity of(String serviceAccount, Namespace namespace, Rights rights) {
        return new ControllerIdentity(
                WorkloadIdentity.workloadIdentity(serviceAccount, namespace).allowing(rights.statements()));
    }

    /** Returns all of the identity but the service account itself. */
    Elements elements(Site site) {
        var elements = Elements.none();
        for (var in : identity.expand(site).terraform()) {
            elements = elements.with(in.root(), in.declaration());
        }
        return elements;
    }

    /** Returns the values by which a chart makes the service account. */
    ChartValues serviceAccount(Site site, String path) {
        var values =
                ChartValues.chartValues().with(path + ".create", true).with(path + ".name", identity.serviceAccount());
        for (var annotation : annotations(site).entrySet()) {
            var key = annotation.getKey().replace(".", "\\.");
            values = values.with(path + ".annotations." + key, annotation.getValue());
        }
        return values;
    }

    private SortedMap<String, String> annotations(Site site) {
        var all = new TreeMap<String, String>();
        identity.expand(site).kubernetes().stream()
                .map(InPlace::object)
                .filter(ServiceAccount.class::isInstance)
                .map(object -> object.getMetadata().getAnnotations())
                .forEach((Map<String, String> annotations) -> all.putAll(annotations));
        return all;
    }
}
