package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Finds pods that wait for ever for a Secret or ConfigMap which nothing makes, or for a key that it will not have. Where others
 * make objects as well ({@link OthersAtWork}), only keys of what the platform makes itself are looked for.
 */
final class KeyNobodyMakes implements ElementsCheck {

    /** Kubernetes makes it in every namespace. */
    private static final String ROOT_CERTIFICATE = "kube-root-ca.crt";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var made = KeyedObjects.of(platform);
        var others = OthersAtWork.of(platform);
        return Pods.all(platform).stream()
                .flatMap(KeyUse::in)
                .filter(use -> !use.of().name().equals(ROOT_CERTIFICATE))
                .flatMap(use -> problem(use, made, others).stream())
                .toList();
    }

    private static Optional<Problem> problem(KeyUse use, KeyedObjects made, OthersAtWork others) {
        if (!made.has(use.of())) {
            return others.areAbsentFrom(use.of().namespace()) ? Optional.of(missing(use, made)) : Optional.empty();
        }
        return use.key()
                .flatMap(key -> made.keys(use.of())
                        .filter(keys -> !keys.contains(key))
                        .map(keys -> withoutKey(use, key, keys)));
    }

    private static Problem missing(KeyUse use, KeyedObjects made) {
        return problem(
                use,
                "The %s reads the %s (%s), and nothing makes it: its pods would never start.",
                NearestName.to(use.of().name(), made.beside(use.of()))
                        .map("did you mean `%s`?"::formatted)
                        .orElseGet(() -> mend(use)));
    }

    private static String mend(KeyUse use) {
        if (use.as().equals(KeyUse.PULLING)) {
            return "let the platform make it, as in .pulledWith(registryAccount(\"ghcr.io/acme\", \"acme-bot\", parameters.secret(\"registry/ghcr\")))";
        }
        return use.of().kind().equals("Secret")
                ? "take a secret of the platform, as in .withEnv(\"PASSWORD\", login.password()), or add the ExternalSecret that makes it"
                : "add the ConfigMap, as in .withConfigFile(\"/etc/shop/shop.conf\", text)";
    }

    private static Problem withoutKey(KeyUse use, String key, SortedSet<String> keys) {
        return problem(
                use,
                "The %s reads `" + key + "` of the %s (%s), which has only " + listed(keys)
                        + ": its pods would never start.",
                NearestName.to(key, keys)
                        .map("did you mean `%s`?"::formatted)
                        .orElse("read a key that it has, or add this one to it"));
    }

    private static String listed(SortedSet<String> keys) {
        return keys.isEmpty() ? "no keys" : "`" + String.join("`, `", keys) + "`";
    }

    private static Problem problem(KeyUse use, String what, String mend) {
        var placed = use.pods().placed();
        return new Problem(
                "K04",
                what.formatted(placed.label(), use.of(), use.as()),
                placed.from().of(use.option()),
                mend);
    }
}
