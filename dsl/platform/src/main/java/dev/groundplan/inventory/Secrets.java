package dev.groundplan.inventory;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.inventory.Inventory.Section;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.Data;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is kept in Parameter Store and brought into the cluster, and as whom. */
final class Secrets {

    private Secrets() {}

    static Optional<Section> of(ExpandedPlatform platform) {
        var rows = ObjectsOf.kind(platform, ExternalSecret.class)
                .filter(secret -> secret.getSpec().getData() != null)
                .flatMap(secret -> secret.getSpec().getData().stream().map(data -> row(platform, secret, data)))
                .toList();
        return Section.table("Secrets and who reads them", List.of("parameter", "Secret", "key", "read as"), rows);
    }

    private static List<String> row(ExpandedPlatform platform, ExternalSecret secret, Data data) {
        var namespace = secret.getMetadata().getNamespace();
        var target = Optional.ofNullable(secret.getSpec().getTarget())
                .flatMap(to -> Optional.ofNullable(to.getName()))
                .orElse(secret.getMetadata().getName());
        return List.of(
                Table.code(data.getRemoteRef().getKey()),
                Table.code(namespace + "/" + target),
                Table.code(data.getSecretKey()),
                reader(platform, secret)
                        .map(account -> Table.code(namespace + "/" + account))
                        .orElse("the operator"));
    }

    /** The service account of the store that the secret names. */
    private static Optional<String> reader(ExpandedPlatform platform, ExternalSecret secret) {
        var reference = secret.getSpec().getSecretStoreRef();
        return reference == null
                ? Optional.empty()
                : ObjectsOf.kind(platform, SecretStore.class)
                        .filter(store -> Objects.equals(
                                        store.getMetadata().getNamespace(),
                                        secret.getMetadata().getNamespace())
                                && store.getMetadata().getName().equals(reference.getName()))
                        .findFirst()
                        .flatMap(Secrets::account);
    }

    private static Optional<String> account(SecretStore store) {
        return Optional.ofNullable(store.getSpec().getProvider().getAws())
                .map(aws -> aws.getAuth())
                .map(auth -> auth.getJwt())
                .map(jwt -> jwt.getServiceAccountRef())
                .map(account -> account.getName());
    }
}
