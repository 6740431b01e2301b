package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.PrivateImages;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds pods that run an image which only those may pull who log in, and do not log in. */
final class ImageNobodyMayPull implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var needed = platform.facts(PrivateImages.class);
        return Pods.all(platform).stream()
                .filter(pods -> !logsIn(pods, platform))
                .flatMap(pods -> Images.of(pods.object()).stream()
                        .distinct()
                        .flatMap(image -> problem(pods, image, needed).stream()))
                .toList();
    }

    private static boolean logsIn(Pods pods, ExpandedPlatform platform) {
        var spec = pods.template().getSpec();
        var byAccount = platform.kubernetes().stream()
                .map(placed -> placed.object())
                .filter(ServiceAccount.class::isInstance)
                .map(ServiceAccount.class::cast)
                .filter(account -> Pods.namespace(account).equals(pods.namespace())
                        && account.getMetadata()
                                .getName()
                                .equals(Optional.ofNullable(spec.getServiceAccountName())
                                        .orElse("default")))
                .flatMap(account -> account.getImagePullSecrets().stream());
        return Stream.concat(spec.getImagePullSecrets().stream(), byAccount)
                .map(LocalObjectReference::getName)
                .anyMatch(name -> name != null);
    }

    private static Optional<Problem> problem(Pods pods, String image, List<PrivateImages> needed) {
        return needed.stream()
                .filter(images -> images.have(Images.withoutVersion(image)))
                .findFirst()
                .map(images -> new Problem(
                        "A11",
                        "The %s pulls `%s` and does not log in, and not everybody may pull it: %s."
                                .formatted(pods.placed().label(), image, images.why()),
                        pods.placed().from().of(image),
                        images.mend()));
    }
}
