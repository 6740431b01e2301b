package dev.groundplan.eks;

import static dev.groundplan.eks.PolicyStatement.allow;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecretBuilder;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import dev.groundplan.kubernetes.externalsecrets.SecretStoreBuilder;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.Data;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.DataBuilder;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.SecretStoreRef;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.Target;
import dev.groundplan.kubernetes.externalsecrets.secretstorespec.provider.Aws;
import dev.groundplan.terraform.Expression;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/**
 * The way of secrets out of Parameter Store into one namespace, for one reader there: a role that may read just these
 * parameters, a service account that External Secrets takes that role with, and a store that names both. What becomes of the
 * secrets is said by one {@link #externalSecret} for each {@code Secret}.
 *
 * @see <a href="https://external-secrets.io/latest/provider/aws-parameter-store/">External Secrets: Parameter Store</a>
 */
public final class SecretReader {

    /**
     * How long a changed secret stays unseen: shorter than the 15 minutes and more that pools of connections live on with
     * the password before.
     */
    private static final String REFRESH = "5m";

    private final String name;
    private final Namespace namespace;
    private final Placement placement;

    private SecretReader(String name, Namespace namespace, Placement placement) {
        this.name = name;
        this.namespace = namespace;
        this.placement = placement;
    }

    /**
     * Returns a way without secrets.
     *
     * @param name who reads; the {@code SecretStore} is called the same, the service account and the role {@code <name>-secrets}
     * @param namespace where the secrets are wanted
     * @param placement where the objects are kept
     */
    public static SecretReader secretReader(String name, Namespace namespace, Placement placement) {
        return new SecretReader(name, namespace, placement);
    }

    /** Returns the role that may read these secrets and no others, its service account, and the store. */
    public Elements expand(Site site, Collection<SecretReference> secrets) {
        var identity = workloadIdentity(name + "-secrets", namespace)
                .allowing(readParameters(site, secrets), decrypt(site, secrets))
                .placedAt(placement);
        return identity.expand(site).with(placement, store(site, identity));
    }

    /**
     * Returns what makes a {@code Secret} of secrets, and brings it up to date every five minutes.
     *
     * @param secret the name of the {@code Secret}
     * @param entries the secrets by their key in the {@code Secret}
     */
    public ExternalSecret externalSecret(String secret, SequencedMap<String, SecretReference> entries) {
        return new ExternalSecretBuilder()
                .withMetadata(metadata(secret))
                .withNewSpec()
                .withRefreshInterval(REFRESH)
                .withNewSecretStoreRef()
                .withKind(SecretStoreRef.Kind.SECRETSTORE)
                .withName(name)
                .endSecretStoreRef()
                .withNewTarget()
                .withName(secret)
                .withCreationPolicy(Target.CreationPolicy.OWNER)
                .endTarget()
                .withData(entries.entrySet().stream()
                        .map(entry -> entry(entry.getKey(), entry.getValue()))
                        .toList())
                .endSpec()
                .build();
    }

    private static PolicyStatement readParameters(Site site, Collection<SecretReference> secrets) {
        var arns = secrets.stream()
                .map(SecretReference::parameter)
                .distinct()
                .map(parameter -> text(site.parameterArn(parameter)))
                .toList();
        return allow("ReadParameters", "ssm:GetParameter", "ssm:GetParameters").on(arns);
    }

    private static PolicyStatement decrypt(Site site, Collection<SecretReference> secrets) {
        var keys = new LinkedHashSet<Expression<String>>();
        secrets.stream().map(SecretReference::keyArn).forEach(keys::add);
        return allow("DecryptParameters", "kms:Decrypt")
                .on(List.copyOf(keys))
                .when(
                        "StringEquals",
                        "kms:ViaService",
                        "ssm." + site.region() + "." + site.region().domain());
    }

    private SecretStore store(Site site, WorkloadIdentity identity) {
        return new SecretStoreBuilder()
                .withMetadata(metadata(name))
                .withNewSpec()
                .withNewProvider()
                .withNewAws()
                .withService(Aws.Service.PARAMETERSTORE)
                .withRegion(site.region().code())
                .withNewAuth()
                .withNewJwt()
                .withNewServiceAccountRef()
                .withName(identity.serviceAccount())
                .endServiceAccountRef()
                .endJwt()
                .endAuth()
                .endAws()
                .endProvider()
                .endSpec()
                .build();
    }

    private ObjectMeta metadata(String object) {
        return new ObjectMetaBuilder()
                .withName(object)
                .withNamespace(namespace.name())
                .addToLabels("app.kubernetes.io/name", name)
                .build();
    }

    private static Data entry(String key, SecretReference secret) {
        return new DataBuilder()
                .withSecretKey(key)
                .withNewRemoteRef()
                .withKey(secret.parameter().path())
                .endRemoteRef()
                .build();
    }
}
