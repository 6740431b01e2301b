package dev.groundplan.testing.terraform;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.JsonText;
import dev.groundplan.terraform.RootModule;
import dev.groundplan.terraform.schema.ProviderSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Terraform's own core, the {@code terraform} program on the {@code PATH}, with providers that live in this JVM. It needs no
 * network, no credentials and no download, and it reports what it would report about the real thing: a misspelt or missing
 * attribute, a wrong type, a dangling reference, a cycle.
 *
 * <pre>{@code
 * try (var module = TerraformCore.serving(awsSchema).open(Path.of("generated/staging/terraform/infra"))) {
 *     assertThat(module.plan()).onlyCreates("aws_vpc.main");
 *     assertThat(module.apply()).isEmpty();
 *     assertThat(module.plan()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Immutable, and safe to use from several threads.
 */
public final class TerraformCore {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TerraformSession session;

    private TerraformCore(TerraformSession session) {
        this.session = session;
    }

    /** Begins with the schemas of the providers that modules may require. */
    public static TerraformCore serving(ProviderSchema... schemas) {
        return new TerraformCore(new TerraformSession(
                List.of(schemas),
                Answers.USUAL,
                UnaryOperator.identity(),
                RemoteStates.NONE,
                new LinkedHashMap<>(),
                PATIENCE));
    }

    /**
     * Says what a provider answers for a computed attribute that the configuration leaves out, where the plausible value of
     * its own will not do: {@code withAnswer("aws_availability_zones", "names", List.of("eu-west-2a", "eu-west-2b"))}.
     *
     * @param type of a resource, data source or ephemeral resource
     * @param attribute the attribute's name, at any depth
     * @param value a String, Boolean, Number, or a List or Map of such, of the attribute's type
     * @throws IllegalArgumentException if the value is of no such class
     */
    public TerraformCore withAnswer(String type, String attribute, Object value) {
        return new TerraformCore(session.withAnswers(session.answers().with(type, attribute, CtyNative.of(value))));
    }

    /**
     * Says what modules read of another root module's state: {@code withRemoteState("infra", Map.of("vpc_id", "vpc-1"))} answers
     * {@code data.terraform_remote_state.infra}, whatever backend that names. A module that reads a state of which nothing was
     * said is refused.
     *
     * @param name of the data source
     * @param outputs by name: Strings, Booleans, Numbers, and Lists or Maps of such
     * @throws IllegalArgumentException if a value is of no such class
     */
    public TerraformCore withRemoteState(String name, Map<String, ?> outputs) {
        return new TerraformCore(session.withRemoteStates(session.remoteStates().with(name, outputs)));
    }

    /** Gives a value to an input variable of the root module, as text or in Terraform's syntax. */
    public TerraformCore withVariable(String name, String value) {
        return new TerraformCore(session.withEnvironment("TF_VAR_" + name, value));
    }

    /** Says how long one command of Terraform may take; two minutes unless said otherwise. */
    public TerraformCore withTimeout(Duration timeout) {
        return new TerraformCore(session.withTimeout(timeout));
    }

    /**
     * Copies a root module to a temporary directory and gets it ready. What is in it is not touched.
     *
     * @param directory with {@code .tf} or {@code .tf.json} files; what lies below is copied too, but for
     *     {@code .terraform} and state
     * @throws IllegalArgumentException if it is no directory, or requires a provider that is not served
     * @throws IllegalStateException if {@code terraform} is not on the {@code PATH}
     */
    public OfflineModule open(Path directory) {
        return OfflineModule.copy(session, directory);
    }

    /**
     * Writes a root module as rendered to a temporary directory and gets it ready.
     *
     * @param tree with the module's files, and maybe others
     * @param directory of the module in the tree
     * @throws IllegalArgumentException if the tree has no file there, or the module requires a provider that is not served
     * @throws IllegalStateException if {@code terraform} is not on the {@code PATH}
     */
    public OfflineModule open(FileTree tree, FilePath directory) {
        return OfflineModule.write(session, tree, directory);
    }

    /**
     * Writes a root module to a temporary directory and gets it ready.
     *
     * @throws IllegalArgumentException if it requires a provider that is not served
     * @throws IllegalStateException if two elements of it have one address, or {@code terraform} is not on the {@code PATH}
     */
    public OfflineModule open(RootModule module) {
        var directory = FilePath.of(module.name());
        var texts = new TreeMap<FilePath, String>();
        module.files().forEach((name, content) -> texts.put(directory.resolve(name), JsonText.of(content)));
        return open(FileTree.of(texts), directory);
    }

    /** Changes what the providers make of resources, so that tests can see a bad provider caught. */
    TerraformCore withBehaviour(UnaryOperator<Lifecycle> behaviour) {
        return new TerraformCore(session.withBehaviour(behaviour));
    }
}
