package dev.groundplan.kubernetes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1LimitRange;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the official client says of our text: it refuses fields that are unknown and those that are missing. */
class OfficialClientTest {

    @Test
    void a_deployment_is_one() {
        assertThatCode(() -> V1Deployment.validateJsonElement(json(deployment())))
                .doesNotThrowAnyException();
    }

    @Test
    void the_client_would_say_so_if_it_were_not() {
        var json = json(deployment());
        json.getAsJsonObject().getAsJsonObject("spec").remove("selector");

        assertThatThrownBy(() -> V1Deployment.validateJsonElement(json)).hasMessageContaining("selector");
    }

    @Test
    void a_network_policy_that_selects_everything_is_one() {
        var policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("deny")
                .endMetadata()
                .withNewSpec()
                .withPodSelector(new LabelSelector())
                .endSpec()
                .build();

        assertThatCode(() -> V1NetworkPolicy.validateJsonElement(json(policy))).doesNotThrowAnyException();
    }

    @Test
    void lists_that_are_required_are_there_when_they_are_empty() {
        var limits = new LimitRangeBuilder()
                .withNewMetadata()
                .withName("none")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        var job = new JobBuilder()
                .withNewMetadata()
                .withName("once")
                .endMetadata()
                .withNewSpec()
                .withTemplate(deployment().getSpec().getTemplate())
                .withPodFailurePolicy(new PodFailurePolicy())
                .endSpec()
                .build();

        assertThatCode(() -> V1LimitRange.validateJsonElement(json(limits))).doesNotThrowAnyException();
        assertThatCode(() -> V1Job.validateJsonElement(json(job))).doesNotThrowAnyException();
    }

    private static Deployment deployment() {
        var labels = Map.of("app", "orders");
        var template = new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("orders")
                .withImage("ghcr.io/faceit/orders:1.0.0")
                .withResources(new ResourceRequirementsBuilder()
                        .addToRequests("cpu", new Quantity("250m"))
                        .build())
                .endContainer()
                .endSpec()
                .build();
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("orders")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private static JsonElement json(HasMetadata object) {
        return new Gson().toJsonTree(new Yaml().<Object>load(ManifestText.of(object)));
    }
}
