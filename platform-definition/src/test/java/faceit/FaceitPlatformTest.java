package faceit;

import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Root;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.terraform.Address.Kind;
import dev.groundplan.terraform.RootModule;
import dev.groundplan.terraform.aws.AwsSchema;
import dev.groundplan.terraform.helm.HelmSchema;
import dev.groundplan.terraform.http.HttpSchema;
import dev.groundplan.terraform.kubernetes.KubernetesSchema;
import dev.groundplan.terraform.random.RandomSchema;
import dev.groundplan.testing.FluxSubstitution;
import dev.groundplan.testing.KubectlKustomize;
import dev.groundplan.testing.OfficialClient;
import dev.groundplan.testing.RequiresProgram;
import dev.groundplan.testing.Snapshots;
import dev.groundplan.testing.YamlParsers;
import dev.groundplan.testing.terraform.TerraformCore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaceitPlatformTest {

    private static final FileTree RENDERED = FaceitPlatform.GROUNDPLAN.render();
    private static final TerraformCore CORE = TerraformCore.serving(
                    AwsSchema.schema(),
                    RandomSchema.schema(),
                    HttpSchema.schema(),
                    KubernetesSchema.schema(),
                    HelmSchema.schema())
            .withAnswer("http", "status_code", 200)
            .withAnswer("aws_eks_cluster", "data", "LS0tLS1CRUdJTg==")
            .withRemoteState("infra", Map.of("cluster_vars", clusterVariables()));

    @TestFactory
    Stream<DynamicTest> generated_files_are_what_the_description_renders_to() {
        return Snapshots.of(RENDERED, Path.of("../generated"), new Header(FaceitPlatform.class.getName()))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> workflows_are_what_the_description_renders_to() {
        return Snapshots.of(
                        FaceitPlatform.GROUNDPLAN.renderWorkflows(),
                        Path.of("../.github/workflows"),
                        new Header(FaceitPlatform.class.getName()))
                .tests();
    }

    @RequiresProgram("terraform")
    @ParameterizedTest(name = "{0} > {1}")
    @MethodSource("rootModules")
    void terraform_creates_exactly_our_addresses_and_then_has_nothing_left_to_do(
            Environment environment, Root root, RootModule module) {
        var directory = FilePath.of(environment + "/terraform/" + root);
        try (var offline = CORE.open(RENDERED, directory)) {
            assertThat(offline.validate()).isEmpty();
            assertThat(offline.plan()).onlyCreates(addresses(module));
            assertThat(offline.apply()).isEmpty();
            assertThat(offline.plan()).isEmpty();
        }
    }

    @Test
    void the_official_client_knows_every_field_of_every_object() {
        assertThat(OfficialClient.disagreements(RENDERED)).isEmpty();
    }

    @Test
    void flux_finds_a_value_for_every_variable_in_what_it_applies() {
        var substitution = new FluxSubstitution(clusterVariables());

        FaceitPlatform.GROUNDPLAN.expand().forEach((environment, platform) -> {
            var applied = platform.facts(AppliedByFlux.class).stream()
                    .flatMap(flux -> textsBelow(environment + "/kubernetes/" + flux.at()))
                    .map(substitution::apply)
                    .toList();
            assertThat(applied)
                    .as("what refers to the network that the cluster stands in")
                    .anyMatch(text -> text.contains("vpcId: value-of-faceit_vpc_id"));
        });
    }

    @Test
    @RequiresProgram("kubectl")
    void kubectl_builds_every_directory_to_exactly_our_objects() {
        assertThat(KubectlKustomize.disagreements(RENDERED)).isEmpty();
    }

    @Test
    @RequiresProgram({YamlParsers.PYTHON, YamlParsers.NODE})
    void three_parsers_read_the_same_data() {
        assertThat(YamlParsers.disagreements(RENDERED)).isEmpty();
    }

    @Test
    void the_same_description_gives_the_same_bytes_in_another_country() {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(FaceitPlatform.GROUNDPLAN.render().texts()).isEqualTo(RENDERED.texts());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Stream<Arguments> rootModules() {
        List<Arguments> modules = new ArrayList<>();
        FaceitPlatform.GROUNDPLAN
                .expand()
                .forEach((environment, platform) -> modules.addAll(arguments(environment, platform)));
        return modules.stream();
    }

    private static List<Arguments> arguments(Environment environment, ExpandedPlatform platform) {
        return platform.rootModules().entrySet().stream()
                .map(entry -> Arguments.of(environment, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String[] addresses(RootModule module) {
        return module.elements()
                .filter(element -> element.address().kind() == Kind.RESOURCE)
                .map(element -> element.address().toString())
                .toArray(String[]::new);
    }

    private static Stream<String> textsBelow(String directory) {
        return RENDERED.texts().entrySet().stream()
                .filter(file -> file.getKey().toString().startsWith(directory + "/"))
                .map(Map.Entry::getValue);
    }

    /** What Terraform would write into the ConfigMap of Flux: a text for each key. */
    private static SequencedMap<String, String> clusterVariables() {
        var values = new LinkedHashMap<String, String>();
        for (var platform : FaceitPlatform.GROUNDPLAN.expand().values()) {
            platform.facts(ClusterVariable.class)
                    .forEach(variable -> values.put(variable.key(), "value-of-" + variable.key()));
        }
        return values;
    }
}
