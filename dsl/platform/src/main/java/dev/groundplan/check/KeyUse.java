package dev.groundplan.check;

import dev.groundplan.check.KeyedObjects.Named;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That pods do not start without a Secret or ConfigMap, and without a key of it.
 *
 * @param pods the pods
 * @param of the Secret or ConfigMap
 * @param key the key; the whole without it
 * @param as where it is used, such as {@code env `PASSWORD`}
 * @param option the text in the elements that says so
 */
record KeyUse(Pods pods, Named of, Optional<String> key, String as, String option) {

    /** How a Secret is used that images are pulled with. */
    static final String PULLING = "imagePullSecrets";

    private static final String SECRET = "Secret";
    private static final String CONFIG_MAP = "ConfigMap";

    /** Every use that is not optional. */
    static Stream<KeyUse> in(Pods pods) {
        var spec = pods.template().getSpec();
        var pulled = new Use(pods, PULLING, PULLING);
        return Stream.of(
                        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                                .flatMap(container -> in(pods, container)),
                        spec.getVolumes().stream().flatMap(volume -> in(pods, volume)),
                        spec.getImagePullSecrets().stream()
                                .flatMap(secret -> pulled.of(SECRET, secret.getName(), false, Stream.empty())))
                .flatMap(uses -> uses);
    }

    private static Stream<KeyUse> in(Pods pods, Container container) {
        return Stream.concat(
                container.getEnv().stream().flatMap(variable -> in(pods, variable)),
                container.getEnvFrom().stream().flatMap(source -> in(pods, source)));
    }

    private static Stream<KeyUse> in(Pods pods, EnvVar variable) {
        var from = variable.getValueFrom();
        if (from == null) {
            return Stream.empty();
        }
        var use = new Use(pods, "env `" + variable.getName() + "`", variable.getName());
        var secret = from.getSecretKeyRef();
        var map = from.getConfigMapKeyRef();
        return Stream.concat(
                secret == null
                        ? Stream.empty()
                        : use.of(SECRET, secret.getName(), secret.getOptional(), Stream.of(secret.getKey())),
                map == null
                        ? Stream.empty()
                        : use.of(CONFIG_MAP, map.getName(), map.getOptional(), Stream.of(map.getKey())));
    }

    private static Stream<KeyUse> in(Pods pods, EnvFromSource source) {
        var use = new Use(pods, "envFrom", "envFrom");
        var secret = source.getSecretRef();
        var map = source.getConfigMapRef();
        return Stream.concat(
                secret == null
                        ? Stream.empty()
                        : use.of(SECRET, secret.getName(), secret.getOptional(), Stream.empty()),
                map == null ? Stream.empty() : use.of(CONFIG_MAP, map.getName(), map.getOptional(), Stream.empty()));
    }

    private static Stream<KeyUse> in(Pods pods, Volume volume) {
        var use = new Use(pods, "volume `" + volume.getName() + "`", volume.getName());
        var secret = volume.getSecret();
        var map = volume.getConfigMap();
        var projected = volume.getProjected();
        return Stream.of(
                        secret == null
                                ? Stream.<KeyUse>empty()
                                : use.of(SECRET, secret.getSecretName(), secret.getOptional(), keys(secret.getItems())),
                        map == null
                                ? Stream.<KeyUse>empty()
                                : use.of(CONFIG_MAP, map.getName(), map.getOptional(), keys(map.getItems())),
                        projected == null
                                ? Stream.<KeyUse>empty()
                                : projected.getSources().stream().flatMap(source -> in(use, source)))
                .flatMap(uses -> uses);
    }

    private static Stream<KeyUse> in(Use use, VolumeProjection source) {
        SecretProjection secret = source.getSecret();
        ConfigMapProjection map = source.getConfigMap();
        return Stream.concat(
                secret == null
                        ? Stream.empty()
                        : use.of(SECRET, secret.getName(), secret.getOptional(), keys(secret.getItems())),
                map == null
                        ? Stream.empty()
                        : use.of(CONFIG_MAP, map.getName(), map.getOptional(), keys(map.getItems())));
    }

    private static Stream<String> keys(List<KeyToPath> items) {
        return items.stream().map(KeyToPath::getKey);
    }

    private record Use(Pods pods, String as, String option) {

        Stream<KeyUse> of(String kind, @Nullable String name, @Nullable Boolean optional, Stream<String> keys) {
            if (name == null || Boolean.TRUE.equals(optional)) {
                return Stream.empty();
            }
            var named = new Named(kind, pods.namespace(), name);
            var each = keys.filter(Objects::nonNull)
                    .map(key -> new KeyUse(pods, named, Optional.of(key), as, option))
                    .toList();
            return each.isEmpty() ? Stream.of(new KeyUse(pods, named, Optional.empty(), as, option)) : each.stream();
        }
    }
}
