package faceit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.Groundplan;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Platform;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README does what it says: its description compiles, and its excerpts are what that description renders to. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = """
            import static dev.groundplan.controllers.ExternalDns.externalDns;
            import static dev.groundplan.controllers.ExternalSecrets.externalSecrets;
            import static dev.groundplan.controllers.LoadBalancerController.loadBalancerController;
            import static dev.groundplan.controllers.MetricsServer.metricsServer;
            import static dev.groundplan.database.Postgres.postgres;
            import static dev.groundplan.describe.Platform.platform;
            import static dev.groundplan.dns.Certificate.certificate;
            import static dev.groundplan.dns.HostedZone.hostedZone;
            import static dev.groundplan.eks.EksCluster.eksCluster;
            import static dev.groundplan.eks.EksCluster.kubernetes;
            import static dev.groundplan.eks.NodeGroup.nodeGroup;
            import static dev.groundplan.flux.Flux.flux;
            import static dev.groundplan.flux.Sync.sync;
            import static dev.groundplan.network.Vpc.vpc;
            import static dev.groundplan.secrets.ParameterStore.parameterStore;
            import static dev.groundplan.values.Values.*;
            import static dev.groundplan.workload.Exposure.at;
            import static dev.groundplan.workload.Probe.http;
            import static dev.groundplan.workload.Workload.workload;
            import dev.groundplan.describe.*;
            public final class Shop { public \
            """;

    @TempDir
    private Path directory;

    @Test
    void excerpts_are_what_the_description_renders_to() throws Exception {
        var texts = groundplan(blocks("java").getFirst()).render().texts().values();
        var excerpts = blocks("json", "yaml");

        assertThat(excerpts)
                .hasSize(6)
                .allSatisfy(excerpt ->
                        assertThat(texts).anySatisfy(text -> assertThat(text).contains(excerpt)));
    }

    @Test
    void message_is_what_a_platform_without_the_login_gives() throws Exception {
        var broken = groundplan(blocks("java").getFirst().replace("parameters, login,", "parameters,"));
        var message = blocks("").getFirst();

        assertThatThrownBy(broken::render)
                .message()
                .satisfies(said -> assertThat(said.replaceAll("Shop\\.java:\\d+", "Shop.java"))
                        .startsWith(message.replaceAll("Shop\\.java:\\d+", "Shop.java")));
    }

    private Groundplan groundplan(String description) throws Exception {
        var source = directory.resolve("Shop.java");
        Files.writeString(source, IMPORTS + description + "}\n");
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var options =
                List.of("-proc:none", "-d", directory.toString(), "-classpath", System.getProperty("java.class.path"));
        var said = new StringWriter();
        var task = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source));
        assertThat(task.call()).as("%s", said).isTrue();
        var classes = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        Method describe = classes.loadClass("Shop").getMethod("describe", Environment.class);
        return Groundplan.groundplan(
                environment -> (Platform) describe.invoke(null, environment), FaceitPlatform.STAGING);
    }

    private static List<String> blocks(String... languages) throws IOException {
        var readme = Files.readString(Path.of("../README.md"));
        return BLOCK.matcher(readme)
                .results()
                .filter(block -> List.of(languages).contains(block.group(1)))
                .map(block -> block.group(2))
                .toList();
    }
}
