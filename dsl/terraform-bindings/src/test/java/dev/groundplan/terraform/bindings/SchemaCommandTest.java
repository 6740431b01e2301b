package dev.groundplan.terraform.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {

    private static final String JSON = """
            {"format_version": "1.0", "provider_schemas": {"registry.terraform.io/acme/garden": {
              "provider": {"version": 0, "block": {}},
              "resource_schemas": {"garden_tree": {"version": 0, "block": {
                "attributes": {"name": {"type": "string", "required": true}}}}}}}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void what_terraform_prints_becomes_the_compact_format() throws Exception {
        assertThat(run(JSON, "acme/garden", "1.2.3")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        # What acme/garden 1.2.3 accepts, as `terraform providers schema -json` tells it.
                        provider acme/garden 1.2.3
                        resource garden_tree
                          name string required
                        """);
    }

    @Test
    void a_provider_that_is_not_there_is_refused() throws Exception {
        assertThat(run(JSON, "acme/lawn", "1.2.3")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("The provider `acme/lawn` is not in this output of `terraform providers schema -json`,"
                        + " only `acme/garden`.\n");
    }

    @Test
    void text_that_is_no_schema_is_refused() throws Exception {
        assertThat(run("[]", "acme/lawn", "1.2.3")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "This is no output of `terraform providers schema -json`: it should be a JSON object with the"
                                + " key `provider_schemas`.\n");
    }

    @Test
    void without_arguments_it_says_how_it_is_used() throws Exception {
        assertThat(run(JSON)).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "usage: terraform providers schema -json | java -cp <class path>"
                                + " dev.groundplan.terraform.bindings.SchemaCommand <source, such as hashicorp/aws> <version>\n");
    }

    private int run(String in, String... arguments) throws Exception {
        return SchemaCommand.run(
                arguments,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
