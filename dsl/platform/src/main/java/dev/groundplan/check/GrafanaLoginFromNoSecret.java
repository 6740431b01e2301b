package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds a Grafana whose login is the one that everybody knows, or comes from a Secret that nothing makes. */
final class GrafanaLoginFromNoSecret implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return PrometheusRelease.all(platform).stream()
                .filter(release -> !release.isOff("grafana.enabled"))
                .flatMap(release -> problems(platform, release))
                .toList();
    }

    private static Stream<Problem> problems(ExpandedPlatform platform, PrometheusRelease release) {
        var secret = release.textAt("grafana.admin.existingSecret");
        if (secret.isEmpty()) {
            return Stream.of(known(release));
        }
        var user = release.textAt("grafana.admin.userKey").orElse("admin-user");
        var password = release.textAt("grafana.admin.passwordKey").orElse("admin-password");
        var made = keys(platform, release.namespace(), secret.get());
        return Stream.of(user, password)
                .filter(key -> !made.contains(key))
                .map(key -> noKey(release, secret.get(), key));
    }

    /** The keys of the Secret that ExternalSecrets make under this name. */
    private static SortedSet<String> keys(ExpandedPlatform platform, String namespace, String secret) {
        var keys = new TreeSet<String>();
        platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(ExternalSecret.class::isInstance)
                .map(ExternalSecret.class::cast)
                .filter(external -> namespace.equals(external.getMetadata().getNamespace()))
                .filter(external -> secret.equals(made(external)))
                .forEach(external -> addKeys(external, keys));
        return keys;
    }

    private static String made(ExternalSecret external) {
        var target = external.getSpec().getTarget();
        return target == null || target.getName() == null
                ? external.getMetadata().getName()
                : target.getName();
    }

    private static void addKeys(ExternalSecret external, SortedSet<String> keys) {
        var target = external.getSpec().getTarget();
        var template = target == null ? null : target.getTemplate();
        if (template != null && template.getData() != null) {
            keys.addAll(template.getData().keySet());
        } else if (external.getSpec().getData() != null) {
            external.getSpec().getData().forEach(entry -> keys.add(entry.getSecretKey()));
        }
    }

    private static Problem known(PrometheusRelease release) {
        return new Problem(
                "K35",
                "The %s gives Grafana's administrator the password that the chart documents."
                        .formatted(release.placed().label()),
                release.placed().from().place(),
                "take it from a Secret: use prometheusStack(cluster, parameters.secret(\"grafana-admin\"), …), or set"
                        + " `grafana.admin.existingSecret` to one that an ExternalSecret makes");
    }

    private static Problem noKey(PrometheusRelease release, String secret, String key) {
        return new Problem(
                "K35",
                "The %s reads `%s` of the Secret `%s/%s`, and no ExternalSecret makes that."
                        .formatted(release.placed().label(), key, release.namespace(), secret),
                release.placed().from().place(),
                "make it: an ExternalSecret in that namespace whose target is `%s`, with the key `%s`"
                        .formatted(secret, key));
    }
}
