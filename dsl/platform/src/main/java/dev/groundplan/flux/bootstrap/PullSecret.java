package dev.groundplan.flux.bootstrap;

import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.EphemeralAwsSsmParameter;
import dev.groundplan.terraform.kubernetes.KubernetesNamespaceV1;
import dev.groundplan.terraform.kubernetes.KubernetesSecretV1;
import dev.groundplan.values.ParameterName;
import java.util.Map;

/**
 * The login of Flux at a private repository, kept in a parameter of SSM whose value is a JSON object with the keys of the
 * Secret: {@code username} and {@code password}, or {@code githubAppID}, {@code githubAppInstallationID} and
 * {@code githubAppPrivateKey}.
 *
 * <p>Terraform reads it while it applies and hands it on by {@code data_wo}: neither plan nor state holds it.
 *
 * @param name of the Secret, such as {@code flux-system}
 * @param parameter where the value is kept; somebody writes it by hand, once
 * @param revision which value it is, from 1 on: another number makes Terraform write the Secret again
 */
public record PullSecret(String name, ParameterName parameter, int revision) {

    /** Refuses a revision below 1 with an {@link IllegalArgumentException}. */
    public PullSecret {
        if (revision < 1) {
            throw new IllegalArgumentException(
                    "%s is no revision of a secret: count from 1, and one more each time its value changes."
                            .formatted(revision));
        }
    }

    /** The first value of a login. */
    public PullSecret(String name, ParameterName parameter) {
        this(name, parameter, 1);
    }

    EphemeralAwsSsmParameter read(Expression<String> arn) {
        return EphemeralAwsSsmParameter.of("flux_login", arn).withWithDecryption(true);
    }

    KubernetesSecretV1 secret(EphemeralAwsSsmParameter read, KubernetesNamespaceV1 namespace) {
        Expression<Map<String, String>> login = call("jsondecode", read.value());
        return KubernetesSecretV1.of(
                        "flux_login",
                        KubernetesSecretV1.Metadata.of()
                                .withName(text(name))
                                .withNamespace(text(FluxBootstrap.NAMESPACE)))
                .withDataWo(login)
                .withDataWoRevision(revision)
                .withDependsOn(namespace);
    }
}
