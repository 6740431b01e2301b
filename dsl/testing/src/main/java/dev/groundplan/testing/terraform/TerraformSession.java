package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.testing.RealProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * How Terraform is run.
 *
 * @param schemas of the providers that modules may require
 * @param answers what providers say where real ones would ask their services
 * @param behaviour changes what providers make of resources
 * @param remoteStates what modules read of other modules' states
 * @param environment variables on top of those that every run has
 * @param timeout of one command
 */
record TerraformSession(
        List<ProviderSchema> schemas,
        Answers answers,
        UnaryOperator<Lifecycle> behaviour,
        RemoteStates remoteStates,
        SequencedMap<String, String> environment,
        Duration timeout) {

    TerraformSession {
        schemas = List.copyOf(schemas);
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    }

    TerraformSession withAnswers(Answers others) {
        return new TerraformSession(schemas, others, behaviour, remoteStates, environment, timeout);
    }

    TerraformSession withBehaviour(UnaryOperator<Lifecycle> other) {
        return new TerraformSession(schemas, answers, other, remoteStates, environment, timeout);
    }

    TerraformSession withRemoteStates(RemoteStates others) {
        return new TerraformSession(schemas, answers, behaviour, others, environment, timeout);
    }

    TerraformSession withEnvironment(String variable, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new TerraformSession(schemas, answers, behaviour, remoteStates, more, timeout);
    }

    TerraformSession withTimeout(Duration other) {
        return new TerraformSession(schemas, answers, behaviour, remoteStates, environment, other);
    }

    /** Runs Terraform in a root module while its providers are up. */
    RealProgram.Outcome run(Path directory, ModuleText module, Path cliConfiguration, List<String> arguments) {
        try (var providers = ServedProviders.start(module, schemas, this::serve)) {
            var all = new LinkedHashMap<>(environment);
            all.put("TF_REATTACH_PROVIDERS", providers.reattachments());
            all.put("TF_CLI_CONFIG_FILE", cliConfiguration.toString());
            all.put("CHECKPOINT_DISABLE", "1");
            all.put("TF_IN_AUTOMATION", "1");
            return RealProgram.require("terraform").run(new RealProgram.Invocation(directory, timeout, all, arguments));
        }
    }

    private OfflineProvider serve(ProviderSchema schema) {
        return OfflineProvider.serve(schema, answers, behaviour.apply(new MockLifecycle(answers)));
    }
}
