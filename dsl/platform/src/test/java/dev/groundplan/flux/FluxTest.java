package dev.groundplan.flux;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.Rendered;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Need;
import dev.groundplan.facts.Offer;
import dev.groundplan.files.FilePath;
import dev.groundplan.network.Vpc;
import dev.groundplan.values.Name;
import dev.groundplan.values.ParameterName;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FluxTest {

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 4)));
    private static final Flux FLUX = flux(CLUSTER, sync("https://github.com/acme/platform", "main"));

    @Test
    void flux_applies_directories_in_the_order_of_what_they_need() {
        assertText(files("kubernetes/flux", FLUX, operator(), settings(), shop()), "flux.yaml");
    }

    @Test
    void options_of_flux_reach_every_kustomization() {
        var changed = FLUX.withInterval(seconds(90)).withRetryInterval(seconds(30));

        assertThat(files("kubernetes/flux", changed, settings()))
                .contains("interval: 1m30s\n", "retryInterval: 30s\n")
                .doesNotContain("interval: 1h");
    }

    @Test
    void directory_of_the_repository_is_part_of_every_path() {
        var elsewhere = sync("https://github.com/acme/platform", "main").withDirectory(FilePath.of("infra/generated"));

        assertThat(files("kubernetes/flux", flux(CLUSTER, elsewhere), settings()))
                .contains("path: \"./infra/generated/staging/kubernetes/configs/shared\"\n");
        assertThat(elsewhere.path(Rendered.STAGING, "flux")).isEqualTo("./infra/generated/staging/kubernetes/flux");
    }

    @Test
    void variables_are_written_at_both_ends() {
        var texts = texts(FLUX, operator(), settings(), shop());

        assertThat(texts.get(FilePath.of("staging/kubernetes/apps/shop/config-map-shop.yaml")))
                .endsWith("""
                        data:
                          network: network ${vpc_id}, $${literal}, $$$${vpc_id}, 5$
                        """);
        var output = texts.getOrDefault(FilePath.of("staging/terraform/infra/flux-shop.tf.json"), "");
        assertText(output, "flux-cluster-vars.tf.json");
    }

    @Test
    void flux_begins_in_its_directory_of_the_repository() {
        var bootstrap =
                texts(FLUX, settings()).getOrDefault(FilePath.of("staging/terraform/bootstrap/flux-shop.tf.json"), "");

        assertThat(bootstrap)
                .contains(
                        "https://github.com/acme/platform",
                        "refs/heads/main",
                        "./generated/staging/kubernetes/flux",
                        "infra.outputs.cluster_vars");
    }

    @Test
    void private_repository_is_logged_in_at_as_an_app() {
        var sync =
                sync("https://github.com/acme/platform", "main").withGitHubApp(new ParameterName("/shop/flux/login"));
        var bootstrap = texts(flux(CLUSTER, sync), settings())
                .getOrDefault(FilePath.of("staging/terraform/bootstrap/flux-shop.tf.json"), "");

        assertThat(bootstrap)
                .contains("parameter/shop/flux/login", "provider = \\\"github\\\", pullSecret = \\\"flux-system\\\"");
    }

    @Test
    void flux_that_is_there_already_has_no_bootstrap() {
        assertThat(texts(FLUX.alreadyInstalled(), settings()).keySet())
                .noneMatch(file -> file.toString().contains("bootstrap"))
                .contains(FilePath.of("staging/kubernetes/flux/kustomization-configs-shared.yaml"));
    }

    @Test
    void without_flux_texts_stay_as_they_are() {
        var plain = part(
                "objects",
                "shop",
                site -> Elements.none().with(Layer.APPS.itself(), FluxObjects.configMap("default", "text", "${a} $$")));

        assertThat(files("kubernetes/apps/shared", plain)).contains("text: ${a} $$\n");
    }

    @Test
    void object_that_switches_substitution_off_stays_as_it_is() {
        var dashboard = FluxObjects.switchedOff(FluxObjects.configMap("default", "text", "${datasource} $$"));
        var literal = part("objects", "shop", site -> Elements.none().with(Layer.APPS.itself(), dashboard));

        assertThat(files("kubernetes/apps/shared", FLUX, literal)).contains("text: ${datasource} $$\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@github.com:acme/platform",
                "ssh://github.com/acme/platform",
                "https://token@github.com/acme/platform",
                "https://github.com",
                "https://github.com/acme/${repo}"
            })
    void address_that_flux_cannot_fetch_is_refused(String url) {
        assertThatThrownBy(() -> sync(url, "main"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`" + url
                        + "` is no repository that Flux can fetch: write its address by https, without a login, as in"
                        + " sync(\"https://github.com/acme/platform\", \"main\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "refs/heads/../x", "a b", "main/", "x.lock"})
    void branch_that_git_does_not_take_is_refused(String branch) {
        assertThatThrownBy(() -> sync("https://github.com/acme/platform", branch))
                .hasMessage("`" + branch + "` is no name of a branch: write letters, digits and `._/-`, as in"
                        + " sync(\"https://github.com/acme/platform\", \"main\").");
    }

    /** Brings definitions by a chart. */
    private static Part operator() {
        var place = Layer.CONTROLLERS.directory(new Name("external-secrets"));
        return part(
                "controller",
                "external-secrets",
                site -> Elements.none()
                        .with(place, FluxObjects.namespace("external-secrets"))
                        .with(place, FluxObjects.release("external-secrets", "external-secrets", "12m30s"))
                        .with(new Offer(place, Capability.definitions("external-secrets.io"))));
    }

    private static Part settings() {
        return part(
                "objects",
                "settings",
                site -> Elements.none()
                        .with(Layer.CONFIGS.itself(), FluxObjects.namespace("shop"), FluxObjects.ingressClass("alb")));
    }

    private static Part shop() {
        var variable = new ClusterVariable("vpc_id", NETWORK.vpcId());
        var place = Layer.APPS.directory(new Name("shop"));
        return part(
                "objects",
                "shop",
                site -> Elements.none()
                        .with(variable)
                        .with(new Need(place, Capability.ingressClass("alb")))
                        .with(
                                place,
                                FluxObjects.store("shop"),
                                FluxObjects.secret("shop"),
                                FluxObjects.deployment("shop", 900),
                                FluxObjects.configMap(
                                        "shop",
                                        "network",
                                        "network " + variable.reference() + ", ${literal}, $${vpc_id}, 5$")));
    }

    private static String files(String directory, Part... parts) {
        return texts(parts).entrySet().stream()
                .filter(file -> file.getKey().toString().startsWith("staging/" + directory + "/"))
                .map(file -> "# " + file.getKey() + "\n" + file.getValue())
                .collect(Collectors.joining("---\n"));
    }

    private static SequencedMap<FilePath, String> texts(Part... parts) {
        var all = new ArrayList<Part>(List.of(NETWORK, CLUSTER));
        Stream.of(parts).forEach(all::add);
        return groundplan(environment -> platform("shop", environment).with(all), Rendered.STAGING.environment())
                .render()
                .texts();
    }
}
