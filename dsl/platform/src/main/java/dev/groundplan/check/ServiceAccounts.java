package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.ChartFacts.AccountPlace;
import dev.groundplan.facts.PodTemplates;
import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStore;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The service accounts that something runs as, or reads secrets as, each as {@code namespace:name}. */
final class ServiceAccounts {

    private final SortedSet<String> names = new TreeSet<>();

    /** Namespaces in which a chart is installed that nothing is known of. */
    private final SortedSet<String> unknown = new TreeSet<>();

    private ServiceAccounts() {}

    static ServiceAccounts of(ExpandedPlatform platform) {
        var accounts = new ServiceAccounts();
        platform.kubernetes().forEach(accounts::add);
        InstalledChart.all(platform).forEach(accounts::add);
        return accounts;
    }

    boolean has(String account) {
        return names.contains(account) || unknown.contains(account.substring(0, account.indexOf(':')));
    }

    SortedSet<String> names() {
        return names;
    }

    private void add(PlacedObject placed) {
        var namespace = placed.object().getMetadata().getNamespace();
        PodTemplates.of(placed.object())
                .map(template -> account(template.getSpec()))
                .ifPresent(name -> add(namespace, name));
        switch (placed.object()) {
            case SecretStore store
            when store.getSpec() != null ->
                Optional.ofNullable(store.getSpec().getProvider())
                        .map(provider -> provider.getAws())
                        .map(aws -> aws.getAuth())
                        .map(auth -> auth.getJwt())
                        .map(jwt -> jwt.getServiceAccountRef())
                        .ifPresent(account -> add(namespace, account.getName()));
            case ClusterSecretStore store
            when store.getSpec() != null ->
                Optional.ofNullable(store.getSpec().getProvider())
                        .map(provider -> provider.getAws())
                        .map(aws -> aws.getAuth())
                        .map(auth -> auth.getJwt())
                        .map(jwt -> jwt.getServiceAccountRef())
                        .ifPresent(account -> add(account.getNamespace(), account.getName()));
            default -> {}
        }
    }

    /** A chart runs as what its values name, and as what it makes up where they name nothing. */
    private void add(InstalledChart installed) {
        if (installed.facts().isEmpty()) {
            unknown.add(installed.namespace());
        }
        installed.facts().flatMap(facts -> facts.serviceAccount()).ifPresent(place -> add(installed, place));
        installed.eachValue((path, value) -> {
            if (path.endsWith("serviceAccount.name") || path.endsWith("serviceAccountName")) {
                add(installed.namespace(), String.valueOf(value));
            }
        });
    }

    private void add(InstalledChart installed, AccountPlace place) {
        var name = installed
                .at(place.path())
                .or(() -> installed.at("fullnameOverride"))
                .map(String::valueOf)
                .orElseGet(() -> place.computed(installed.name()));
        add(installed.namespace(), name);
    }

    private void add(String namespace, String name) {
        names.add(namespace + ":" + name);
    }

    private static String account(PodSpec pod) {
        return pod.getServiceAccountName() == null ? "default" : pod.getServiceAccountName();
    }
}
