package dev.groundplan.check;

import dev.groundplan.check.Mounts.SecretKey;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.Data;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What an app is given: also by the way of a parameter, where its value is no secret and stands in Terraform. */
final class GivenValues {

    private final ExpandedPlatform platform;

    GivenValues(ExpandedPlatform platform) {
        this.platform = platform;
    }

    /** The value of a variable, where it is given and known. */
    Optional<String> of(RunApp app, String variable) {
        return app.container().getEnv().stream()
                .filter(given -> variable.equals(given.getName()))
                .findFirst()
                .flatMap(given -> Optional.ofNullable(given.getValue())
                        .or(() -> parameter(app, given).flatMap(this::plainValue)));
    }

    /** The name of the parameter that a variable, or the file that it names, is read from. */
    Optional<String> parameter(RunApp app, EnvVar given) {
        return secretKey(app, given)
                .flatMap(of -> secrets(app, of.secret())
                        .filter(data -> data.getSecretKey().equals(of.key()))
                        .map(data -> data.getRemoteRef().getKey())
                        .findFirst());
    }

    private static Optional<SecretKey> secretKey(RunApp app, EnvVar given) {
        if (given.getValueFrom() == null) {
            return Optional.ofNullable(given.getValue()).flatMap(file -> Mounts.secretAt(app, file));
        }
        return Optional.ofNullable(given.getValueFrom().getSecretKeyRef())
                .map(reference -> new SecretKey(reference.getName(), reference.getKey()));
    }

    private Stream<Data> secrets(RunApp app, String name) {
        var namespace = app.object().object().getMetadata().getNamespace();
        return platform.kubernetes().stream()
                .map(placed -> placed.object())
                .filter(ExternalSecret.class::isInstance)
                .map(ExternalSecret.class::cast)
                .filter(secret -> Objects.equals(secret.getMetadata().getNamespace(), namespace))
                .filter(secret -> name.equals(target(secret)))
                .flatMap(secret -> Optional.ofNullable(secret.getSpec().getData()).stream())
                .flatMap(data -> data.stream());
    }

    private static String target(ExternalSecret secret) {
        return Optional.ofNullable(secret.getSpec().getTarget())
                .flatMap(target -> Optional.ofNullable(target.getName()))
                .orElse(secret.getMetadata().getName());
    }

    private Optional<String> plainValue(String parameter) {
        return resource(parameter)
                .flatMap(resource -> Stream.of("insecure_value", "value")
                        .map(attribute -> resource.body().attributes().get(attribute))
                        .filter(TextLiteral.class::isInstance)
                        .map(value -> ((TextLiteral) value).value())
                        .findFirst());
    }

    /** The resource that writes a parameter. */
    Optional<Resource> resource(String parameter) {
        return platform.terraform().stream()
                .map(placed -> placed.element())
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .filter(resource -> resource.address().type().equals("aws_ssm_parameter"))
                .filter(resource -> resource.body().attributes().get("name") instanceof TextLiteral name
                        && name.value().equals(parameter))
                .findFirst();
    }
}
