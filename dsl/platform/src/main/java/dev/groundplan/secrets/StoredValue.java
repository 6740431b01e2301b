package dev.groundplan.secrets;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.describe.Value;
import dev.groundplan.values.Name;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** One value of a {@link ParameterStore}, and the line that puts it there. */
sealed interface StoredValue {

    /** What a standard parameter holds at most; larger ones cost money. */
    int MOST_BYTES = 4096;

    Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z][a-z0-9]*(-[a-z0-9]+)*)*");

    String name();

    SourceLine line();

    /** A text that anybody may see. */
    record Text(String name, Value<String> value, SourceLine line) implements StoredValue {
        public Text {
            refuseOtherThanGrammar(name, "withText(\"log-level\", \"info\")");
            knownText(value).ifPresent(known -> refuseWhatAwsDoesNotKeep(name, known));
        }
    }

    /** A password that Terraform makes up when the version is new. */
    record Secret(String name, int version, SourceLine line) implements StoredValue {
        public Secret {
            refuseOtherThanGrammar(name, "withSecret(\"session-key\")");
            GeneratedPassword.refuseNoVersion(version);
        }
    }

    /** The name as Terraform takes it; no two names of one store give the same. */
    default String terraformName(Name store) {
        return "parameter_store_" + store.identifier() + "_"
                + name().replace("/", "__").replace('-', '_');
    }

    /** What a problem with this value calls it. */
    default SourceDetail detail() {
        return new SourceDetail("parameter `" + name() + "`", line());
    }

    private static Optional<String> knownText(Value<String> value) {
        return value instanceof Value.Known<String> known ? Optional.of(known.value()) : Optional.empty();
    }

    private static void refuseOtherThanGrammar(String name, String example) {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a parameter in a store: write lower-case letters, digits and single hyphens, levels with `/` between, as in %s."
                            .formatted(name, example));
        }
    }

    private static void refuseWhatAwsDoesNotKeep(String name, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "The text of the parameter `%s` has %s bytes: Parameter Store keeps 1 to %s. Leave an empty one out, and keep a longer one in a file or a bucket."
                            .formatted(name, bytes, MOST_BYTES));
        }
    }
}
