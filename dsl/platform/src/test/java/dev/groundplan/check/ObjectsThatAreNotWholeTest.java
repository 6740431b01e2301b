package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.TestParts;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.facts.Offer;
import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStore;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.SecretStore;
import dev.groundplan.kubernetes.flux.FluxInstance;
import dev.groundplan.kubernetes.flux.GitRepository;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.kubernetes.flux.HelmRepository;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.kubernetes.flux.OCIRepository;
import dev.groundplan.workload.contract.Dekorate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Every check over objects of every kind that it may read, which say next to nothing: a problem or none, but no exception. */
class ObjectsThatAreNotWholeTest {

    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            ClusterSecretStore.class,
            ConfigMap.class,
            CronJob.class,
            CustomResourceDefinition.class,
            DaemonSet.class,
            Deployment.class,
            ExternalSecret.class,
            FluxInstance.class,
            GenericKubernetesResource.class,
            GitRepository.class,
            HelmRelease.class,
            HelmRepository.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            IngressClass.class,
            Job.class,
            Kustomization.class,
            Namespace.class,
            NetworkPolicy.class,
            OCIRepository.class,
            PersistentVolumeClaim.class,
            Pod.class,
            PodDisruptionBudget.class,
            PodMonitor.class,
            PriorityClass.class,
            PrometheusRule.class,
            ReplicaSet.class,
            ResourceQuota.class,
            Secret.class,
            SecretStore.class,
            Service.class,
            ServiceAccount.class,
            ServiceMonitor.class,
            StatefulSet.class,
            StorageClass.class);

    /** What the objects say; a kind is left out where it has no such field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{metadata: {name: x, namespace: shop}}",
                "{metadata: {name: x}}",
                "{metadata: {name: x, namespace: shop}, spec: {}}",
                "{metadata: {name: x, namespace: shop}, spec: {template: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {template: {spec: {}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {template: {spec: {containers: [{}], volumes: [{}]}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {template: {spec: {containers: [{env: [{}], envFrom: [{}], ports: [{}], readinessProbe: {}, livenessProbe: {}, startupProbe: {}, lifecycle: {}, resources: {}, securityContext: {}}]}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {template: {spec: {containers: [{livenessProbe: {httpGet: {}}, readinessProbe: {httpGet: {}}, lifecycle: {preStop: {}}}]}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {jobTemplate: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {jobTemplate: {spec: {}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {selector: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {selector: {a: b}, ports: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {selector: {}, endpoints: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {ingressClassName: alb, rules: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {ingressClassName: alb, rules: [{http: {paths: [{}]}}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {ingressClassName: alb, tls: [{}], rules: [{host: a.example.com, http: {paths: [{backend: {service: {}}}]}}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {podSelector: {}, ingress: [{}], egress: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {egress: [{to: [{ipBlock: {}}]}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {target: {}, data: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {secretStoreRef: {}, target: {template: {}}, data: [{secretKey: a, remoteRef: {}}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {provider: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {provider: {aws: {}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {provider: {aws: {auth: {jwt: {serviceAccountRef: {}}}}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {chart: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {chart: {spec: {}}, values: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {chart: {spec: {chart: a, sourceRef: {}}}}}",
                "{metadata: {name: x, namespace: shop}, spec: {chartRef: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {dependsOn: [{}], sourceRef: {}}}",
                "{metadata: {name: x, namespace: shop}, spec: {scaleTargetRef: {}, metrics: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {scaleTargetRef: {kind: Deployment, name: x}, maxReplicas: 3, metrics: [{resource: {}}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {groups: [{}]}}",
                "{metadata: {name: x, namespace: shop}, spec: {groups: [{rules: [{}]}]}}"
            })
    void checks_throw_nothing(String said) {
        var objects = objects(said);
        var platform = expanded(objects);

        assertThat(objects).isNotEmpty();
        assertThat(Checks.all().ofElements().stream().flatMap(check -> thrown(check, platform).stream()))
                .isEmpty();
    }

    private static Optional<String> thrown(ElementsCheck check, ExpandedPlatform platform) {
        try {
            assertThat(check.find(platform)).isNotNull();
            return Optional.empty();
        } catch (RuntimeException thrown) {
            return Optional.of(
                    "%s: %s at %s".formatted(check.getClass().getSimpleName(), thrown, thrown.getStackTrace()[0]));
        }
    }

    private static List<HasMetadata> objects(String said) {
        var all = new ArrayList<HasMetadata>();
        for (var kind : KINDS) {
            try {
                var object = new LinkedHashMap<String, Object>(new Yaml().load(said));
                if (kind.equals(GenericKubernetesResource.class)) {
                    object.put("apiVersion", "example.com/v1");
                    object.put("kind", "Anything");
                }
                all.add(new ObjectMapper().convertValue(object, kind));
            } catch (IllegalArgumentException otherFields) {
                assertThat(otherFields).hasCauseInstanceOf(JsonMappingException.class);
            }
        }
        return all;
    }

    private static ExpandedPlatform expanded(List<HasMetadata> objects) {
        var staging = environment("staging", account("111122223333"), region("eu-west-2"));
        var part = TestParts.part(
                "objects",
                "x",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), objects)
                        .with(new ContractOf(Dekorate.fromDekorate("test-app"), "shop", "x"))
                        .with(Offer.already(Capability.namespace("other"))));
        return groundplan(each -> platform("shop", each).with(part), staging)
                .expand()
                .firstEntry()
                .getValue();
    }
}
