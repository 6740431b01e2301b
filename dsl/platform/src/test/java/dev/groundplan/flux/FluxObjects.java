package dev.groundplan.flux;

import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecretBuilder;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import dev.groundplan.kubernetes.externalsecrets.SecretStoreBuilder;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.SecretStoreRef;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.HelmReleaseBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRef;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRefBuilder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;

/** Small objects that need each other. */
public final class FluxObjects {

    private FluxObjects() {}

    public static Namespace namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .addToAnnotations("kustomize.toolkit.fluxcd.io/prune", "disabled")
                .endMetadata()
                .build();
    }

    public static ConfigMap configMap(String namespace, String key, String text) {
        return new ConfigMapBuilder()
                .withMetadata(metadata(namespace, namespace))
                .addToData(key, text)
                .build();
    }

    public static ConfigMap switchedOff(ConfigMap map) {
        return new ConfigMapBuilder(map)
                .editMetadata()
                .addToAnnotations("kustomize.toolkit.fluxcd.io/substitute", "disabled")
                .endMetadata()
                .build();
    }

    public static HelmRelease release(String namespace, String name, String timeout) {
        return new HelmReleaseBuilder()
                .withMetadata(metadata(namespace, name))
                .withNewSpec()
                .withChartRef(new ChartRefBuilder()
                        .withKind(ChartRef.Kind.HELMCHART)
                        .withName(name)
                        .build())
                .withInterval("60m")
                .withTimeout(timeout)
                .endSpec()
                .build();
    }

    public static SecretStore store(String namespace) {
        return new SecretStoreBuilder()
                .withMetadata(metadata(namespace, namespace))
                .withNewSpec()
                .withNewProvider()
                .endProvider()
                .endSpec()
                .build();
    }

    public static ExternalSecret secret(String namespace) {
        return new ExternalSecretBuilder()
                .withMetadata(metadata(namespace, namespace))
                .withNewSpec()
                .withNewSecretStoreRef()
                .withKind(SecretStoreRef.Kind.SECRETSTORE)
                .withName(namespace)
                .endSecretStoreRef()
                .endSpec()
                .build();
    }

    public static Deployment deployment(String namespace, int deadline) {
        return new DeploymentBuilder()
                .withMetadata(metadata(namespace, namespace))
                .withNewSpec()
                .withProgressDeadlineSeconds(deadline)
                .endSpec()
                .build();
    }

    public static IngressClass ingressClass(String name) {
        return new IngressClassBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    public static ObjectMeta metadata(String namespace, String name) {
        return new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    }
}
