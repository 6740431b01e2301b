package dev.groundplan.workload;

import static dev.groundplan.eks.PolicyStatement.allow;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.PolicyStatement;
import dev.groundplan.eks.WorkloadIdentity;
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
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The way of a workload's secrets: a role that may read just these parameters, a service account that the operator
 * assumes it with, the store, and one ExternalSecret that makes one Secret.
 */
final class WorkloadSecrets {

    private final Pod pod;
    private final List<EnvironmentVariable.Secret> secrets;

    WorkloadSecrets(Pod pod) {
        this.pod = pod;
        this.secrets = pod.secrets();
    }

    Elements expand(Site site) {
        var reader = workloadIdentity(pod.name() + "-secrets", pod.namespace())
                .allowing(readParameters(site), decrypt(site))
                .placedAt(pod.placement());
        var elements = reader.expand(site).with(pod.placement(), store(site, reader), externalSecret());
        for (var secret : secrets) {
            elements = elements.withDetail(secret.reference().parameter().path(), secret.detail());
        }
        return elements;
    }

    private PolicyStatement readParameters(Site site) {
        var arns = secrets.stream()
                .map(secret -> secret.reference().parameter())
                .distinct()
                .map(parameter -> text(site.parameterArn(parameter)))
                .toList();
        return allow("ReadParameters", "ssm:GetParameter", "ssm:GetParameters").on(arns);
    }

    private PolicyStatement decrypt(Site site) {
        var keys = new LinkedHashSet<Expression<String>>();
        secrets.stream()
                .map(EnvironmentVariable.Secret::reference)
                .map(SecretReference::keyArn)
                .forEach(keys::add);
        return allow("DecryptParameters", "kms:Decrypt")
                .on(List.copyOf(keys))
                .when(
                        "StringEquals",
                        "kms:ViaService",
                        "ssm." + site.region() + "." + site.region().domain());
    }

    private SecretStore store(Site site, WorkloadIdentity reader) {
        return new SecretStoreBuilder()
                .withMetadata(WorkloadObjects.metadata(pod, pod.name()))
                .withNewSpec()
                .withNewProvider()
                .withNewAws()
                .withService(Aws.Service.PARAMETERSTORE)
                .withRegion(site.region().code())
                .withNewAuth()
                .withNewJwt()
                .withNewServiceAccountRef()
                .withName(reader.serviceAccount())
                .endServiceAccountRef()
                .endJwt()
                .endAuth()
                .endAws()
                .endProvider()
                .endSpec()
                .build();
    }

    private ExternalSecret externalSecret() {
        return new ExternalSecretBuilder()
                .withMetadata(WorkloadObjects.metadata(pod, pod.name()))
                .withNewSpec()
                .withRefreshInterval("1h")
                .withNewSecretStoreRef()
                .withKind(SecretStoreRef.Kind.SECRETSTORE)
                .withName(pod.name())
                .endSecretStoreRef()
                .withNewTarget()
                .withName(pod.name())
                .withCreationPolicy(Target.CreationPolicy.OWNER)
                .endTarget()
                .withData(secrets.stream().map(WorkloadSecrets::entry).toList())
                .endSpec()
                .build();
    }

    private static Data entry(EnvironmentVariable.Secret secret) {
        return new DataBuilder()
                .withSecretKey(secret.name())
                .withNewRemoteRef()
                .withKey(secret.reference().parameter().path())
                .endRemoteRef()
                .build();
    }
}
