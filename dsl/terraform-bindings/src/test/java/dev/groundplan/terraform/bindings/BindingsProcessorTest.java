package dev.groundplan.terraform.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingsProcessorTest {

    private static final String GARDEN = """
            provider acme/garden 1.2.3
              region string optional
            resource garden_tree
              address string optional computed
              age number computed
              class string required
              key_wo string optional write-only sensitive
              lamps list(object({watt=number})) optional
              nest block list min=1 max=1
                nest block set
                  size number required
              tags map(string) optional
              tall bool optional
              twig block list
            data garden_tree
              id string computed
            """;

    @TempDir
    Path directory;

    @Test
    void a_type_becomes_a_class() throws Exception {
        assertThat(compile(GARDEN, "version = \"1.2.3\", resources = \"garden_tree\", dataSources = \"garden_tree\""))
                .isEmpty();
        assertThat(generated("GardenTree"))
                .isEqualTo(new String(
                        Objects.requireNonNull(BindingsProcessorTest.class.getResourceAsStream("GardenTree.java.txt"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8));
        assertThat(generated("DataGardenTree")).contains("DataSource.of(\"garden_tree\", terraformName)");
        assertThat(generated("GardenProvider")).contains("public static GardenProvider of() {");
    }

    @Test
    void a_type_that_the_schema_does_not_know_is_refused() throws Exception {
        assertThat(compile(GARDEN, "version = \"1.2.3\", resources = {\"garden_treee\", \"moon\"}"))
                .containsExactly(
                        "acme/garden 1.2.3 has no resource type `garden_treee`. Did you mean `garden_tree`?",
                        "acme/garden 1.2.3 has no resource type `moon`.");
    }

    @Test
    void a_schema_of_another_version_is_refused() throws Exception {
        assertThat(compile(GARDEN, "version = \"1.2.4\""))
                .containsExactly(
                        "The schema `garden.schema` describes acme/garden 1.2.3, and the bindings are for 1.2.4."
                                + " Write version = \"1.2.3\".");
    }

    @Test
    void a_schema_that_is_not_there_is_refused() throws Exception {
        assertThat(compile("", "version = \"1.2.3\""))
                .containsExactly("The schema `garden.schema` is not there. Put it into"
                        + " `src/main/resources/garden/garden.schema`.");
    }

    @Test
    void a_broken_line_of_the_schema_is_refused() throws Exception {
        assertThat(compile("provider acme/garden 1.2.3\nbush x\n", "version = \"1.2.3\""))
                .containsExactly("garden.schema:2: The line `bush x` is not understood. It should be"
                        + " `provider <source> <version>`, `resource <type>`, `data <type>` or `ephemeral <type>`.");
    }

    /** Returns the errors of a compilation of one package that asks for bindings. */
    private List<String> compile(String schema, String wanted) throws Exception {
        Path sources = Files.createDirectories(directory.resolve("sources/garden"));
        Path classes = Files.createDirectories(directory.resolve("classes/garden"));
        if (!schema.isEmpty()) {
            Files.writeString(classes.resolve("garden.schema"), schema);
        }
        Path source = Files.writeString(
                sources.resolve("package-info.java"),
                "@dev.groundplan.terraform.bindings.ProviderBindings(schema = \"garden.schema\", %s)\npackage garden;\n"
                        .formatted(wanted));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(problems, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory.resolve("classes")));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(directory));
            var task = compiler.getTask(
                    new StringWriter(),
                    files,
                    problems,
                    List.of("-Xlint:all,-processing,-classfile", "-Werror"),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new BindingsProcessor()));
            boolean ignored = task.call();
        }
        return problems.getDiagnostics().stream()
                .map(problem -> problem.getMessage(Locale.ROOT))
                .toList();
    }

    private String generated(String name) throws Exception {
        return Files.readString(directory.resolve("garden").resolve(name + ".java"));
    }
}
