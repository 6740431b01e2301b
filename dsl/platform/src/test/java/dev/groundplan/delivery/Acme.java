package dev.groundplan.delivery;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.delivery.AppWorkflow.appWorkflow;
import static dev.groundplan.delivery.GeneratedWorkflow.generatedWorkflow;
import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static dev.groundplan.delivery.ImagePins.imagePins;
import static dev.groundplan.delivery.ImageWorkflow.imageWorkflow;
import static dev.groundplan.delivery.PromoteWorkflow.promoteWorkflow;
import static dev.groundplan.delivery.TerraformWorkflow.terraformWorkflow;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;

import dev.groundplan.Groundplan;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Platform;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.Stage;
import dev.groundplan.facts.GitHubRole;
import dev.groundplan.github.Workflows;
import dev.groundplan.kubernetes.flux.GitRepositoryBuilder;
import dev.groundplan.terraform.Resource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;

/** A platform of two environments with one node group, one program, and roles for GitHub's jobs. */
public final class Acme {

    public static final GitHubRepository REPOSITORY = gitHubRepository("Acme@9919/Platform@1296269");
    public static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    public static final Environment PRODUCTION = environment("production", account("444455556666"), region("eu-west-1"))
            .asProduction();
    public static final String DIGEST = "sha256:" + "1".repeat(64);

    static final String PINS = """
            {
              "shop": {
                "repository": "ghcr.io/acme/shop",
                "tag": "1.4.2",
                "digest": "%s"
              }
            }
            """.formatted(DIGEST);

    private Acme() {}

    /** The platform in both environments, production first, without workflows. */
    public static Groundplan withoutWorkflows() {
        return groundplan(Acme::describe, PRODUCTION, STAGING);
    }

    static Groundplan complete() {
        return withoutWorkflows().withWorkflows(Acme::workflows);
    }

    static Workflows workflows(List<Stage> stages) {
        var image = imageWorkflow(REPOSITORY, "shop", stages);
        var promotion = promoteWorkflow(REPOSITORY, "platform-definition/images.json");
        return REPOSITORY
                .workflows()
                .with(
                        terraformWorkflow(REPOSITORY, stages),
                        appWorkflow(image, promotion),
                        image,
                        promotion,
                        generatedWorkflow(REPOSITORY));
    }

    private static Platform describe(Environment environment) {
        var images = imagePins("images.json", PINS).asPublic();
        return platform("acme", environment)
                .with(
                        images,
                        roles(),
                        nodes("AL2023_ARM_64_STANDARD"),
                        database(),
                        source(),
                        program(images.image("shop").text()));
    }

    /** A part that states the roles as the part of the state's bucket does. */
    static Part roles() {
        return part(
                "state",
                "acme",
                site -> Elements.none()
                        .with(Root.BOOTSTRAP, Resource.of("aws_iot_thing", "after_infra"))
                        .with(
                                role(site, GitHubRole.PLAN, List.of(REPOSITORY.pullRequestSubject())),
                                role(site, GitHubRole.DRIFT, List.of(REPOSITORY.defaultBranchSubject())),
                                role(
                                        site,
                                        GitHubRole.APPLY,
                                        List.of(REPOSITORY.environmentSubject(
                                                site.environment().toString())))));
    }

    static Part nodes(String ami) {
        return part(
                "nodes",
                "general",
                site -> Elements.none()
                        .with(
                                Root.INFRA,
                                Resource.of("aws_eks_node_group", "general").with("ami_type", ami)));
    }

    private static Part database() {
        return part(
                "database",
                "shop",
                site -> Elements.none()
                        .with(Root.INFRA, Resource.of("aws_db_instance", "shop").with("password_wo", "unseen")));
    }

    private static Part source() {
        var repository = new GitRepositoryBuilder()
                .withNewMetadata()
                .withNamespace("flux-system")
                .withName("platform")
                .endMetadata()
                .withNewSpec()
                .withInterval("1m")
                .withUrl(REPOSITORY.url())
                .withNewRef()
                .withBranch("main")
                .endRef()
                .endSpec()
                .build();
        return part("source", "platform", site -> Elements.none().with(Layer.CONFIGS.itself(), repository));
    }

    static Part program(String image) {
        return part("program", "shop", site -> Elements.none().with(Layer.APPS.itself(), deployment(image), closed()));
    }

    static GitHubRole role(Site site, String name, List<String> subjects) {
        return new GitHubRole(name, site.roleArn(site.prefix() + "-" + name), subjects);
    }

    private static NetworkPolicy closed() {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("closed")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    private static Deployment deployment(String image) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("shop")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "shop")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "shop")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("shop")
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
