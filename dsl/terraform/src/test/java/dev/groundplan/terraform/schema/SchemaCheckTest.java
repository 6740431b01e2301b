package dev.groundplan.terraform.schema;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.map;
import static dev.groundplan.terraform.Expressions.nullValue;
import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.DynamicBlock;
import dev.groundplan.terraform.EphemeralResource;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Expressions;
import dev.groundplan.terraform.Provider;
import dev.groundplan.terraform.Resource;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

    private static final ProviderSchema GARDEN = ProviderSchemas.read("garden.schema", new StringReader("""
                    provider acme/garden 1.2.3
                      region string optional
                    resource garden_tree
                      age number computed
                      branches list(string) optional
                      height number optional
                      id string computed
                      marks list(object({kind=string,size?=number})) optional
                      name string required
                      nest block list max=1
                        egg block set min=2 max=3
                          color string required
                      soil dynamic optional
                      tags map(string) optional
                      timeouts block single
                        create string optional
                      wild bool optional
                    data garden_soil
                      id string computed
                    ephemeral garden_scent
                      smell string computed
                    """));

    @Test
    void what_fits_has_no_faults() {
        Body eggs = Body.empty()
                .withBlock("egg", Body.empty().with("color", "blue"))
                .withBlock("egg", Body.empty().with("color", "white"));
        assertThat(faults(tree().with("height", "80")
                        .with("wild", "true")
                        .with("branches", texts(List.of("left", "right")))
                        .with("tags", map(entry("age", number(7))))
                        .with("marks", list(object(entry("kind", text("heart")))))
                        .withBlock("nest", eggs)
                        .withBlock("soil", Body.empty().with("anything", 1))
                        .withBlock("timeouts", Body.empty().with("create", "5m"))))
                .isEmpty();
    }

    @Test
    void an_unknown_type_is_a_fault() {
        assertThat(SchemaCheck.faults(GARDEN, Resource.of("garden_tre", "oak")))
                .containsExactly("There is no resource type `garden_tre`. Did you mean `garden_tree`?");
        assertThat(SchemaCheck.faults(GARDEN, DataSource.of("moon", "m")))
                .containsExactly("There is no data source `moon`.");
        assertThat(SchemaCheck.faults(GARDEN, EphemeralResource.of("garden_cent", "c")))
                .containsExactly("There is no ephemeral resource `garden_cent`. Did you mean `garden_scent`?");
    }

    @Test
    void an_unknown_attribute_is_a_fault() {
        assertThat(faults(tree().with("hieght", 3))).containsExactly("`hieght` is not known. Did you mean `height`?");
        assertThat(SchemaCheck.faults(GARDEN, Provider.of("garden").with("regoin", "here")))
                .containsExactly("`regoin` is not known. Did you mean `region`?");
    }

    @Test
    void a_missing_attribute_is_a_fault_and_null_is_missing() {
        assertThat(faults(Body.empty())).containsExactly("`name` is required and missing: write .with(\"name\", …).");
        assertThat(faults(Body.empty().with("name", nullValue())))
                .containsExactly("`name` is required and missing: write .with(\"name\", …).");
    }

    @Test
    void a_computed_attribute_that_is_set_is_a_fault() {
        assertThat(faults(tree().with("age", 3)))
                .containsExactly("`age` is computed: the provider sets it, and it can only be read. Leave it out.");
    }

    @Test
    void a_block_written_as_an_attribute_and_the_reverse_are_faults() {
        assertThat(faults(tree().with("nest", "twigs").withBlock("branches", Body.empty())))
                .containsExactly(
                        "`nest` is a block, not an attribute: write .withBlock(\"nest\", …).",
                        "`branches` is an attribute, not a block: write .with(\"branches\", …), a `list(string)`.");
    }

    @Test
    void too_few_and_too_many_blocks_are_faults() {
        Body nest = Body.empty().withBlock("egg", Body.empty().with("color", "blue"));
        assertThat(faults(tree().withBlock("nest", nest).withBlock("nest", Body.empty())))
                .containsExactly(
                        "The block `nest[0].egg` must stand at least 2 times, and stands once:"
                                + " write .withBlock(\"egg\", …).",
                        "The block `nest[1].egg` must stand at least 2 times, and stands nowhere:"
                                + " write .withBlock(\"egg\", …).",
                        "The block `nest` may stand once, and stands 2 times.");
    }

    @Test
    void a_block_made_from_a_collection_counts_as_enough_and_is_looked_into() {
        var eggs = DynamicBlock.of(
                "egg", Expressions.texts(List.of("blue")), Body.empty().with("colour", "blue"));
        assertThat(faults(tree().withBlock("nest", Body.empty().withDynamicBlock(eggs))))
                .containsExactly(
                        "`nest.egg.colour` is not known. Did you mean `color`?",
                        "`nest.egg.color` is required and missing: write .with(\"color\", …).");
    }

    @Test
    void a_literal_that_terraform_cannot_convert_is_a_fault() {
        assertThat(faults(tree().with("height", "tall")
                        .with("wild", 1)
                        .with("branches", "left")
                        .with("tags", texts(List.of("a")))))
                .containsExactly(
                        "`height` takes a `number`, and was given the text `tall`.",
                        "`wild` takes a `bool`, and was given the number `1`.",
                        "`branches` takes a `list(string)`, and was given the text `left`.",
                        "`tags` takes a `map(string)`, and was given a list.");
    }

    @Test
    void the_inside_of_a_literal_is_looked_into() {
        assertThat(faults(tree().with("branches", list(List.of(list(List.<Expression<String>>of()))))
                        .with("marks", list(object(entry("kin", text("heart")))))))
                .containsExactly(
                        "`branches[0]` takes a `string`, and was given a list.",
                        "`marks[0].kin` is not known. Did you mean `kind`?",
                        "`marks[0].kind` is missing: an object of this type has it, if only as null.");
    }

    @Test
    void a_reference_to_a_known_attribute_of_the_wrong_type_is_a_fault() {
        var oak = Address.resource("garden_tree", "oak");
        assertThat(faults(tree().with("height", Expressions.reference(oak, "age"))
                        .with("wild", Expressions.reference(oak, "age"))
                        .with("branches", Expressions.reference(oak, "id"))))
                .containsExactly(
                        "`wild` takes a `bool`, and was given `garden_tree.oak.age`, a `number`.",
                        "`branches` takes a `list(string)`, and was given `garden_tree.oak.id`, a `string`.");
    }

    @Test
    void a_reference_to_an_attribute_that_is_not_there_is_a_fault() {
        var oak = Address.resource("garden_tree", "oak");
        assertThat(faults(tree().with("height", Expressions.reference(oak, "heigth"))))
                .containsExactly(
                        "`height` refers to `garden_tree.oak.heigth`, and `garden_tree` has no attribute `heigth`."
                                + " Did you mean `height`?");
    }

    @Test
    void all_faults_are_in_one_message() {
        assertThatThrownBy(() -> {
                    var unused = SchemaCheck.require(
                            GARDEN,
                            Resource.of("garden_tree", "oak").with("hieght", 3).with("age", 3));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        `garden_tree.oak` does not fit acme/garden 1.2.3:
                          `hieght` is not known. Did you mean `height`?
                          `age` is computed: the provider sets it, and it can only be read. Leave it out.
                          `name` is required and missing: write .with("name", …).""");
    }

    private static Body tree() {
        return Body.empty().with("name", "oak");
    }

    private static List<String> faults(Body body) {
        return SchemaCheck.faults(GARDEN, Resource.of("garden_tree", "oak").withBody(body));
    }

    private static <V> SequencedMap<String, V> entry(String key, V value) {
        SequencedMap<String, V> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
