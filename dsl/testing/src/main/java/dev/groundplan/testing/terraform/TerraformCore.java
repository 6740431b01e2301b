package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.testing.RealProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Terraform's own core, the {@code terraform} program on the {@code PATH}, with providers that live in this JVM. It needs no
 * network, no credentials and no download, and it reports what it would report about the real thing: a misspelt or missing
 * attribute, a wrong type, a dangling reference, a cycle.
 *
 * <pre>{@code
 * try (var module = TerraformCore.serving(awsSchema).open(Path.of("generated/staging/terraform/infra"))) {
 *     assertThat(module.plan()).onlyCreates("aws_vpc.main");
 *     module.apply();
 *     assertThat(module.plan()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Immutable, and safe to use from several threads.
 */
public final class TerraformCore {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<ProviderSchema> schemas;
    private final Answers answers;
    private final SequencedMap<String, String> variables;
    private final Duration timeout;

    private TerraformCore(
            List<ProviderSchema> schemas, Answers answers, SequencedMap<String, String> variables, Duration timeout) {
        this.schemas = List.copyOf(schemas);
        this.answers = answers;
        this.variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
        this.timeout = timeout;
    }

    /** Begins with the schemas of the providers that modules may require. */
    public static TerraformCore serving(ProviderSchema... schemas) {
        return new TerraformCore(List.of(schemas), Answers.USUAL, new LinkedHashMap<>(), PATIENCE);
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
        return new TerraformCore(schemas, answers.with(type, attribute, CtyNative.of(value)), variables, timeout);
    }

    /** Gives a value to an input variable of the root module, as text or in Terraform's syntax. */
    public TerraformCore withVariable(String name, String value) {
        var more = new LinkedHashMap<>(variables);
        more.put("TF_VAR_" + name, value);
        return new TerraformCore(schemas, answers, more, timeout);
    }

    /** Says how long one command of Terraform may take; two minutes unless said otherwise. */
    public TerraformCore withTimeout(Duration timeout) {
        return new TerraformCore(schemas, answers, variables, timeout);
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
        return OfflineModule.copy(session(), directory);
    }

    /**
     * Writes a root module to a temporary directory and gets it ready.
     *
     * @param files texts by name, such as {@code main.tf.json}
     */
    public OfflineModule open(SequencedMap<String, String> files) {
        return OfflineModule.write(session(), files);
    }

    private Session session() {
        return session(schema -> OfflineProvider.serve(schema, answers, new MockLifecycle(answers)));
    }

    Session session(Function<ProviderSchema, OfflineProvider> serve) {
        return new Session(RealProgram.require("terraform"), schemas, serve, variables, timeout);
    }

    /** All that a module needs of this to run Terraform. */
    record Session(
            RealProgram terraform,
            List<ProviderSchema> schemas,
            Function<ProviderSchema, OfflineProvider> serve,
            SequencedMap<String, String> variables,
            Duration timeout) {

        /** Runs Terraform in a root module with its providers up. */
        RealProgram.Outcome run(Path directory, ModuleText module, String... arguments) {
            try (var providers = ServedProviders.start(module, schemas, serve)) {
                var environment = new LinkedHashMap<>(variables);
                environment.put("TF_REATTACH_PROVIDERS", providers.reattachments());
                environment.put(
                        "TF_CLI_CONFIG_FILE",
                        directory
                                .resolveSibling(OfflineModule.CLI_CONFIGURATION)
                                .toString());
                environment.put("CHECKPOINT_DISABLE", "1");
                environment.put("TF_IN_AUTOMATION", "1");
                return terraform.run(new RealProgram.Invocation(
                        directory, timeout, environment, new ArrayList<>(List.of(arguments))));
            }
        }
    }
}
