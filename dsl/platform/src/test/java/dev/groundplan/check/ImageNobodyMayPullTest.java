package dev.groundplan.check;

import static dev.groundplan.delivery.ImagePins.imagePins;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.PodContainer.container;
import static dev.groundplan.workload.RegistryAccount.registryAccount;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.TestParts;
import dev.groundplan.delivery.ImagePins;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.network.Vpc;
import dev.groundplan.secrets.ParameterStore;
import dev.groundplan.workload.RegistryAccount;
import dev.groundplan.workload.Workload;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images that need a login, and pods that have one or have none. */
class ImageNobodyMayPullTest {

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withAdministrator(iamRole("platform-engineers"))
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
    private static final Namespace NAMESPACE = CLUSTER.namespace("shop");
    private static final ParameterStore PARAMETERS =
            parameterStore("shop", "/shop").withSecret("registry/ghcr");
    private static final RegistryAccount GHCR =
            registryAccount("ghcr.io/acme", "acme-bot", PARAMETERS.secret("registry/ghcr"));
    private static final ImagePins PINS = imagePins("images.json", """
            {
              "checkout": {
                "repository": "ghcr.io/acme/checkout",
                "tag": "1.4.2",
                "digest": "sha256:%s"
              }
            }
            """.formatted("a".repeat(64)));

    @Test
    void image_that_a_release_pushes_is_private_until_somebody_says_otherwise() {
        var checkout = workload("checkout", PINS.image("checkout"), NAMESPACE);

        assertThat(found(checkout, PINS))
                .startsWith(
                        "error[A11] The Deployment `shop/checkout` pulls `ghcr.io/acme/checkout:1.4.2@sha256:%s` without a login for it, and not everybody may pull it: GitHub keeps the packages of a repository private unless it is public itself.\n"
                                .formatted("a".repeat(64)))
                .contains(
                        "  mend: pull it with an account: .pulledWith(registryAccount(\"ghcr.io/acme\", \"acme-bot\", parameters.secret(\"registry/ghcr\"))); if everybody may pull it, say so: imagePins(…).asPublic()\n");
        assertThat(found(checkout, PINS.asPublic())).isEmpty();
        assertThat(found(checkout.pulledWith(GHCR), PINS)).isEmpty();
    }

    @Test
    void image_beside_others_that_are_pulled_with_an_account_is_told() {
        var checkout = workload("checkout", image("ghcr.io/acme/checkout:1.4.2"), NAMESPACE)
                .pulledWith(GHCR);
        Workload cart = workload("cart", image("ghcr.io/acme/cart:2.0.0"), NAMESPACE);

        assertThat(found(checkout, cart)).isEqualTo("""
                error[A11] The Deployment `shop/cart` pulls `ghcr.io/acme/cart:2.0.0` without a login for it, and not everybody may pull it: the workload `checkout` logs in for `ghcr.io/acme`.
                    at: platform `shop` > workload `cart`   (ImageNobodyMayPullTest.java:%s)
                    in: staging
                  mend: pull it with that account as well: .pulledWith(…)
                   see: docs/checks/A11.md
                """.formatted(cart.line().line()));
        assertThat(found(checkout, cart.pulledWith(GHCR))).isEmpty();
        assertThat(found(checkout, workload("other", image("ghcr.io/acme-tools/cart:2.0.0"), NAMESPACE)))
                .isEmpty();
    }

    @Test
    void login_for_other_images_is_none_for_this_one() {
        var quay = registryAccount("quay.io/acme", "acme-bot", PARAMETERS.secret("registry/ghcr"));
        var checkout = workload("checkout", image("quay.io/acme/checkout:1.4.2"), NAMESPACE)
                .withSidecar(container("proxy", PINS.image("checkout")));

        assertThat(found(checkout.pulledWith(quay), PINS))
                .startsWith("error[A11] The Deployment `shop/checkout` pulls `ghcr.io/acme/checkout:1.4.2@")
                .contains(" without a login for it, ");
        assertThat(found(checkout.pulledWith(quay, GHCR), PINS)).isEmpty();
    }

    @Test
    void deployment_of_ones_own_logs_in_by_itself_or_by_its_service_account() {
        var checkout = workload("checkout", image("ghcr.io/acme/checkout:1.4.2"), NAMESPACE)
                .pulledWith(GHCR);
        var account = new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("legacy")
                .withNamespace("shop")
                .endMetadata()
                .addNewImagePullSecret("registry")
                .build();

        assertThat(found(checkout, objects(legacy().build(), account))).contains("The Deployment `shop/legacy`");
        assertThat(found(checkout, objects(withAccount(legacy()), account))).isEmpty();
        assertThat(found(checkout, objects(withSecret(legacy()), account))).isEmpty();
    }

    private static DeploymentBuilder legacy() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("legacy")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .withName("legacy")
                .withImage("ghcr.io/acme/legacy:0.9.0")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec();
    }

    private static Deployment withAccount(DeploymentBuilder deployment) {
        return deployment
                .editSpec()
                .editTemplate()
                .editSpec()
                .withServiceAccountName("legacy")
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Deployment withSecret(DeploymentBuilder deployment) {
        return deployment
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewImagePullSecret("registry")
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Part objects(Deployment deployment, ServiceAccount account) {
        return TestParts.part(
                "objects",
                "legacy",
                site -> Elements.none().with(Layer.APPS.itself(), deployment).with(Layer.APPS.itself(), account));
    }

    private static String found(Part... parts) {
        var all = new ArrayList<Part>(List.of(NETWORK, CLUSTER, NAMESPACE, PARAMETERS));
        all.addAll(List.of(parts));
        return Found.by("A11", all.toArray(Part[]::new));
    }
}
