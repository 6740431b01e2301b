package dev.groundplan.terraform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactSchemaTest {

    private static final String GARDEN = """
            # A garden.
            #
            # Nothing is left out.
            provider acme/garden 1.2.3
              region string optional
            resource garden_tree
              age number computed
              anything dynamic optional
              branches set(object({leaves=list(string),length=number})) optional computed
              key_wo string optional write-only sensitive
              label block map
                text string required
              name string required
              nest block list min=1 max=1
                egg block set min=2 max=5
              pair tuple([string,bool]) computed
              partly object({a=number,b?=string}) optional
              roots list(object({depth=number,soil?=map(string)})) optional
              timeouts block single
                create string optional
              weather block group
            data garden_soil
              id string computed
            ephemeral garden_scent
              smell string computed sensitive
            """;

    @Test
    void the_json_of_terraform_becomes_the_compact_format() {
        assertThat(CompactSchema.write(garden(), List.of("A garden.", "", "Nothing is left out.")))
                .isEqualTo(GARDEN);
    }

    @Test
    void the_compact_format_is_read_as_the_same_schema() {
        assertThat(read(GARDEN)).isEqualTo(garden());
    }

    @Test
    void a_file_and_a_resource_are_read_alike(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("garden.schema"), GARDEN);
        assertThat(ProviderSchemas.read(file)).isEqualTo(read(GARDEN));
    }

    @Test
    void a_part_of_the_types_is_a_sorted_map_too() {
        var resources =
                read(GARDEN + "resource garden_vine\n  id string computed\n").resources();
        assertThat(resources.firstKey()).isEqualTo("garden_tree");
        assertThat(resources.lastKey()).isEqualTo("garden_vine");
        assertThat(resources.headMap("garden_u")).containsOnlyKeys("garden_tree");
        assertThat(resources.tailMap("garden_u")).containsOnlyKeys("garden_vine");
        assertThat(resources.subMap("a", "garden_u").get("garden_vine")).isNull();
        assertThat(resources.containsKey("garden_tree")).isTrue();
    }

    @Test
    void a_provider_that_terraform_did_not_print_is_refused() {
        assertThatThrownBy(() -> {
                    var unused = ProviderSchemas.fromTerraformJson(json(), "hashicorp/aws", "6.66.0");
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The provider `hashicorp/aws` is not in this output of `terraform providers schema -json`,"
                        + " only `hashicorp/other`, `acme/garden`.");
    }

    @Test
    void a_schema_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> {
                    var unused = ProviderSchemas.read(CompactSchemaTest.class, "gone.schema");
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no schema `gone.schema` beside the class"
                        + " `dev.groundplan.terraform.schema.CompactSchemaTest`. Put the file into the folder"
                        + " `src/main/resources/dev/groundplan/terraform/schema`.");
    }

    @Test
    void a_head_of_another_kind_is_refused_with_its_line() {
        refused(
                "provider a/b 1\nmodule x\n",
                "x.schema:2: The line `module x` is not understood. It should be `provider <source> <version>`,"
                        + " `resource <type>`, `data <type>` or `ephemeral <type>`.");
    }

    @Test
    void a_comment_between_the_types_is_refused() {
        refused(
                "provider a/b 1\n# trees\nresource b_x\n",
                "x.schema:2: The line `# trees` is not understood. It should be `provider <source> <version>`,"
                        + " `resource <type>`, `data <type>` or `ephemeral <type>`.");
    }

    @Test
    void a_type_before_the_provider_is_refused() {
        refused(
                "resource b_x\n",
                "x.schema:1: The line `resource b_x` is not understood. The first should be"
                        + " `provider <source> <version>`.");
    }

    @Test
    void an_empty_file_is_refused() {
        refused(
                "",
                "x.schema: There is no line `provider <source> <version>`, such as `provider hashicorp/aws 6.66.0`.");
    }

    @Test
    void a_type_given_twice_is_refused() {
        refused(
                "provider a/b 1\nresource b_x\nresource b_x\n",
                "x.schema:3: The line `resource b_x` is not understood. The type stands in the file twice.");
    }

    @Test
    void an_unknown_flag_is_refused() {
        refused(
                "provider a/b 1\nresource b_x\n  id string computed\n  name string mandatory\n",
                "x.schema:4: The line `name string mandatory` is not understood. Behind the type should stand, in this"
                        + " order and where they hold: `required`, `optional`, `computed`, `write-only`, `sensitive`.");
    }

    @Test
    void an_unknown_type_is_refused() {
        refused(
                "provider a/b 1\n  id list(text) computed\n",
                "x.schema:2: The line `id list(text) computed` is not understood. There is no type `text`. A type is"
                        + " `string`, `number`, `bool`, `dynamic`, `list(…)`, `set(…)`, `map(…)`, `tuple([…,…])` or"
                        + " `object({name=…,optional?=…})`.");
    }

    @Test
    void a_broken_type_is_refused() {
        refused(
                "provider a/b 1\n  id list(string computed\n",
                "x.schema:2: The line `id list(string computed` is not understood. The type `list(string` is wrong at its"
                        + " character 12. A type is `string`, `number`, `bool`, `dynamic`, `list(…)`, `set(…)`,"
                        + " `map(…)`, `tuple([…,…])` or `object({name=…,optional?=…})`.");
    }

    @Test
    void an_unknown_nesting_is_refused() {
        refused(
                "provider a/b 1\n  egg block bag\n",
                "x.schema:2: The line `egg block bag` is not understood. A block is"
                        + " `<name> block single|group|list|set|map`, then `min=<n>` and `max=<n>` where known.");
    }

    @Test
    void a_line_without_a_type_is_refused() {
        refused(
                "provider a/b 1\n  egg\n",
                "x.schema:2: The line `egg` is not understood. It should be `<name> <type> <flags>` or"
                        + " `<name> block <nesting>`.");
    }

    @Test
    void a_wrong_indentation_is_refused() {
        refused(
                "provider a/b 1\n  egg string optional\n    yolk string optional\n",
                "x.schema:3: The line `yolk string optional` is not understood. It is indented by 4 instead of 2"
                        + " blanks.");
    }

    @Test
    void a_name_given_twice_is_refused() {
        refused(
                "provider a/b 1\n  egg string optional\n  egg block list\n",
                "x.schema:3: The line `egg block list` is not understood. The name stands in its block twice.");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> {
                    var all = read(text);
                    var unused = all.resources().values().stream().toList();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static ProviderSchema read(String text) {
        return ProviderSchemas.read("x.schema", new StringReader(text));
    }

    private static ProviderSchema garden() {
        return ProviderSchemas.fromTerraformJson(json(), "acme/garden", "1.2.3");
    }

    private static InputStream json() {
        return Objects.requireNonNull(CompactSchemaTest.class.getResourceAsStream("providers-schema.json"));
    }
}
