package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStore;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds secret stores whose service account is not there, or not said where it is: nothing could be read through them. */
final class StoreWithoutServiceAccount implements ElementsCheck {

    /**
     * A store's reference to a service account.
     *
     * @param namespace none, if the store belongs to the whole cluster and does not say it
     */
    private record Account(Optional<String> namespace, String name) {}

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .flatMap(placed -> account(placed).flatMap(account -> problem(placed, account, platform)).stream())
                .toList();
    }

    private static Optional<Problem> problem(PlacedObject placed, Account account, ExpandedPlatform platform) {
        if (account.namespace().isEmpty()) {
            return Optional.of(new Problem(
                    "K08",
                    "The %s names the service account `%s` without its namespace, and belongs to none itself."
                            .formatted(placed.label(), account.name()),
                    placed.from().place(),
                    "say it: .withNewServiceAccountRef().withName(\"%s\").withNamespace(\"…\")"
                            .formatted(account.name())));
        }
        return exists(account, platform)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "K09",
                        "The %s reads as the service account `%s/%s`, and there is none."
                                .formatted(placed.label(), account.namespace().orElse(""), account.name()),
                        placed.from().place(),
                        "add it with a role that may read: workloadIdentity(\"%s\", namespace).allowing(…)"
                                .formatted(account.name())));
    }

    private static boolean exists(Account account, ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .map(PlacedObject::object)
                .anyMatch(object -> object instanceof ServiceAccount
                        && object.getMetadata().getName().equals(account.name())
                        && Optional.ofNullable(object.getMetadata().getNamespace())
                                .equals(account.namespace()));
    }

    private static Optional<Account> account(PlacedObject placed) {
        return switch (placed.object()) {
            case SecretStore store ->
                Stream.ofNullable(store.getSpec())
                        .flatMap(spec -> Stream.ofNullable(spec.getProvider()))
                        .flatMap(provider -> Stream.ofNullable(provider.getAws()))
                        .flatMap(aws -> Stream.ofNullable(aws.getAuth()))
                        .flatMap(auth -> Stream.ofNullable(auth.getJwt()))
                        .flatMap(jwt -> Stream.ofNullable(jwt.getServiceAccountRef()))
                        .map(account ->
                                account(account.getName(), store.getMetadata().getNamespace()))
                        .findFirst();
            case ClusterSecretStore store ->
                Stream.ofNullable(store.getSpec())
                        .flatMap(spec -> Stream.ofNullable(spec.getProvider()))
                        .flatMap(provider -> Stream.ofNullable(provider.getAws()))
                        .flatMap(aws -> Stream.ofNullable(aws.getAuth()))
                        .flatMap(auth -> Stream.ofNullable(auth.getJwt()))
                        .flatMap(jwt -> Stream.ofNullable(jwt.getServiceAccountRef()))
                        .map(account -> account(account.getName(), account.getNamespace()))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Account account(String name, @Nullable String namespace) {
        return new Account(Optional.ofNullable(namespace), name);
    }
}
