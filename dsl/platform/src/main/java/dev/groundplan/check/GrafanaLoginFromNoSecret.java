package dev.groundplan.check;

import dev.groundplan.check.KeyedObjects.Named;
import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;
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
        var made = KeyedObjects.byExternalSecrets(platform);
        var login = new Named("Secret", release.installed().namespace(), secret.get());
        return Stream.of(user, password)
                .filter(key -> !made.mayHave(login, key))
                .map(key -> noKey(release, login, key));
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

    private static Problem noKey(PrometheusRelease release, Named login, String key) {
        return new Problem(
                "K35",
                "The %s reads `%s` of the %s, and no ExternalSecret makes that."
                        .formatted(release.placed().label(), key, login),
                release.placed().from().place(),
                "make it: an ExternalSecret in that namespace whose target is `%s`, with the key `%s`"
                        .formatted(login.name(), key));
    }
}
