package dev.groundplan.testing;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.facts.Capability.definitions;
import static dev.groundplan.facts.Installed.installed;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.facts.Installed;
import dev.groundplan.files.FileTree;
import dev.groundplan.kubernetes.flux.HelmReleaseBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRef;
import dev.groundplan.network.Vpc;
import dev.groundplan.values.Name;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What arrives in a cluster, through kustomize and through Flux, is what was said. */
@RequiresProgram("kubectl")
class FluxPlatformTest {

    private static final long SEED = 20260101;
    private static final String VPC = "vpc-0a1b2c3d";

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 4)));
    private static final ClusterVariable VARIABLE = new ClusterVariable("vpc_id", NETWORK.vpcId());

    /** Pieces that mean something to Flux, to YAML, or to both; kustomize itself cannot write a tab before a line's end. */
    private static final List<String> PIECES = List.of(
            "$",
            "$$",
            "{",
            "}",
            "${",
            "${a}",
            "$${a}",
            "${vpc_id}",
            "${a:-b}",
            "${{ github.sha }}",
            "$__rate_interval",
            "{{ $labels.pod }}",
            "\n",
            "  ",
            ": ",
            " #",
            "'",
            "\"",
            "\\",
            "- ",
            "|",
            "ä",
            "😀",
            "yes",
            "0123",
            "1e3",
            "x".repeat(90) + " ",
            "@",
            "*",
            "&",
            "!",
            "%",
            "[a]",
            ",");

    private static final Installed HELM = installed("helm").bringing(definitions("helm.toolkit.fluxcd.io"));

    @Test
    void kubectl_builds_every_directory_with_flux_to_exactly_our_objects() {
        assertThat(KubectlKustomize.disagreements(withFlux(VARIABLE.reference())))
                .isEmpty();
    }

    @Test
    void flux_gives_back_every_text_and_puts_values_for_variables_only() throws IOException {
        var values = new LinkedHashMap<String, String>();
        values.put(VARIABLE.key(), VPC);
        var substitution = new FluxSubstitution(values);

        for (var directory : List.of("kubernetes/apps/shop", "kubernetes/controllers/shop")) {
            var applied = substitution.apply(kustomized(withFlux(VARIABLE.reference()), directory));
            assertThat(objects(applied)).isEqualTo(objects(kustomized(withoutFlux(VPC), directory)));
        }
    }

    @Test
    void text_that_is_not_escaped_does_not_come_back() throws IOException {
        var substitution = new FluxSubstitution(new LinkedHashMap<>());
        var literal = kustomized(withoutFlux(VPC), "kubernetes/apps/shop");

        assertThat(literal).contains("${a}");
        assertThatThrownBy(() -> substitution.apply(literal)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FileTree withFlux(String vpc) {
        return rendered(flux(CLUSTER, sync("https://github.com/acme/platform", "main")), vpc);
    }

    private static FileTree withoutFlux(String vpc) {
        return rendered(HELM, vpc);
    }

    private static FileTree rendered(Part applier, String vpc) {
        var apps = Layer.APPS.directory(new Name("shop"));
        var controllers = Layer.CONTROLLERS.directory(new Name("shop"));
        var objects = additional(
                "shop",
                Elements.none().with(VARIABLE).with(apps, maps(texts(vpc))).with(controllers, release(vpc)));
        return groundplan(
                        environment -> platform("shop", environment).with(NETWORK, CLUSTER, applier, objects), STAGING)
                .render();
    }

    private static List<String> texts(String vpc) {
        var random = new Random(SEED);
        var pieces = new ArrayList<>(PIECES);
        pieces.addAll(List.of(vpc, vpc, vpc));
        return IntStream.range(0, 200)
                .mapToObj(number -> IntStream.range(0, 1 + random.nextInt(6))
                        .mapToObj(piece -> pieces.get(random.nextInt(pieces.size())))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static List<ConfigMap> maps(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(number -> map("text-" + number, texts.get(number)))
                .toList();
    }

    private static ConfigMap map(String name, String text) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .addToAnnotations("text", text)
                .endMetadata()
                .addToData("text", text)
                .build();
    }

    /** Free values: nasty keys too. */
    private static HasMetadata release(String vpc) {
        var values = new LinkedHashMap<String, Object>();
        values.put("vpcId", vpc);
        values.put("${key}", "${value}");
        values.put("list", texts(vpc));
        return new HelmReleaseBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("shop")
                .endMetadata()
                .withNewSpec()
                .withInterval("1h")
                .withNewChartRef()
                .withKind(ChartRef.Kind.HELMCHART)
                .withName("made-elsewhere")
                .endChartRef()
                .withValues(new AnyType(values))
                .endSpec()
                .build();
    }

    private static String kustomized(FileTree tree, String directory) throws IOException {
        try (var scratch = Scratch.create("groundplan-flux-")) {
            WrittenTree.write(tree, scratch.directory());
            var outcome = RealProgram.require("kubectl")
                    .run(new RealProgram.Invocation(
                            scratch.directory(),
                            Duration.ofMinutes(1),
                            new LinkedHashMap<>(),
                            List.of("kustomize", "staging/" + directory)));
            assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
            return outcome.output();
        }
    }

    private static SequencedMap<String, JsonNode> objects(String yaml) {
        var found = new TreeMap<String, JsonNode>();
        YamlData.documents(yaml)
                .forEach(
                        object -> found.put(object.path("metadata").path("name").asText(), object));
        assertThat(found).isNotEmpty();
        return found;
    }
}
