package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.files.NearestName;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;

/**
 * Finds Secrets whose type is one letter or another beside a type that Kubernetes knows. Any other text is a type of the
 * user's own.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/#secret-types">Kubernetes: types of Secret</a>
 */
final class SecretTypeOfNobody implements ElementsCheck {

    private static final List<String> KNOWN = List.of(
            "Opaque",
            "bootstrap.kubernetes.io/token",
            "kubernetes.io/basic-auth",
            "kubernetes.io/dockercfg",
            "kubernetes.io/dockerconfigjson",
            "kubernetes.io/service-account-token",
            "kubernetes.io/ssh-auth",
            "kubernetes.io/tls");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .flatMap(placed -> type(placed.object())
                        .filter(type -> !KNOWN.contains(type))
                        .flatMap(type -> NearestName.to(type, KNOWN).map(near -> problem(placed, type, near)))
                        .stream())
                .toList();
    }

    private static Optional<String> type(HasMetadata object) {
        return switch (object) {
            case Secret secret -> Optional.ofNullable(secret.getType());
            case ExternalSecret external ->
                Optional.ofNullable(external.getSpec())
                        .map(spec -> spec.getTarget())
                        .map(target -> target.getTemplate())
                        .map(template -> template.getType());
            default -> Optional.empty();
        };
    }

    private static Problem problem(PlacedObject placed, String type, String near) {
        return new Problem(
                "K05",
                "The %s makes a Secret of the type `%s`, which nobody knows.".formatted(placed.label(), type),
                placed.from().of(type),
                "did you mean `%s`?".formatted(near));
    }
}
