package dev.groundplan.workload;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.SourceLine;
import java.util.Objects;
import java.util.regex.Pattern;

/** An environment variable of a container, where its value comes from, and the line that says so. */
sealed interface EnvironmentVariable {

    Pattern GRAMMAR = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    String name();

    SourceLine line();

    /** A variable whose value stands in the description. */
    record Literal(String name, String value, SourceLine line) implements EnvironmentVariable {
        public Literal {
            refuseOtherThanIdentifier(name);
            Objects.requireNonNull(value);
        }

        String escaped() {
            return EnvironmentVariable.literally(value);
        }
    }

    /** A variable whose value is kept somewhere else. */
    record Secret(String name, SecretReference reference, SourceLine line) implements EnvironmentVariable {
        public Secret {
            refuseOtherThanIdentifier(name);
            Objects.requireNonNull(reference);
        }
    }

    /** What a problem with this variable calls it. */
    default SourceDetail detail() {
        return new SourceDetail("env `" + name() + "`", line());
    }

    /** Kubernetes expands {@code $(NAME)} and reads {@code $$} as {@code $}: a text that has either is doubled. */
    static String literally(String text) {
        return text.contains("$(") || text.contains("$$") ? text.replace("$", "$$") : text;
    }

    private static void refuseOtherThanIdentifier(String name) {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of an environment variable: write letters, digits and `_`, first no digit, as in \"POSTGRESQL_HOST\"."
                            .formatted(name));
        }
    }
}
