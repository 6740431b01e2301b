package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.PrivateImages;
import dev.groundplan.facts.RegistryLogin;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds pods that run an image which only those may pull who log in, and have no login for it. */
final class ImageNobodyMayPull implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var needed = platform.facts(PrivateImages.class);
        return Pods.all(platform).stream()
                .flatMap(pods -> Images.of(pods.object()).stream()
                        .distinct()
                        .filter(image -> !logsIn(pods, Images.withoutVersion(image), platform))
                        .flatMap(image -> problem(pods, image, needed).stream()))
                .toList();
    }

    /** What a Secret of others is good for, nobody knows here: it is taken for a login. */
    private static boolean logsIn(Pods pods, String image, ExpandedPlatform platform) {
        return secrets(pods, platform).anyMatch(secret -> {
            var known = platform.facts(RegistryLogin.class).stream()
                    .filter(login -> login.namespace().equals(pods.namespace())
                            && login.secret().equals(secret))
                    .toList();
            return known.isEmpty()
                    || known.stream().anyMatch(login -> login.images().have(image));
        });
    }

    private static Stream<String> secrets(Pods pods, ExpandedPlatform platform) {
        var spec = pods.template().getSpec();
        var account = Optional.ofNullable(spec.getServiceAccountName()).orElse("default");
        var byAccount = platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(ServiceAccount.class::isInstance)
                .map(ServiceAccount.class::cast)
                .filter(object -> Pods.namespace(object).equals(pods.namespace())
                        && account.equals(object.getMetadata().getName()))
                .flatMap(object -> object.getImagePullSecrets().stream());
        return Stream.concat(spec.getImagePullSecrets().stream(), byAccount)
                .map(LocalObjectReference::getName)
                .filter(Objects::nonNull);
    }

    private static Optional<Problem> problem(Pods pods, String image, List<PrivateImages> needed) {
        return needed.stream()
                .filter(images -> images.have(Images.withoutVersion(image)))
                .findFirst()
                .map(images -> new Problem(
                        "A11",
                        "The %s pulls `%s` without a login for it, and not everybody may pull it: %s."
                                .formatted(pods.placed().label(), image, images.why()),
                        pods.placed().from().of(image),
                        images.mend()));
    }
}
