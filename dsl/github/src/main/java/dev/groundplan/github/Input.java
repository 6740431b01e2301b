package dev.groundplan.github;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that whoever starts a workflow gives it: a text, told to people by a description.
 *
 * @param name letters, digits, {@code -} and {@code _}, such as {@code version}
 * @param description what to give, for people
 * @param fallback what it is if nothing is given; without it, it must be given
 */
public record Input(String name, String description, Optional<String> fallback) {

    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** Refuses a name that expressions cannot write. */
    public Input {
        Refusal.matching(NAME, name, "name of an input", "write letters, digits, `-` and `_`, as in \"version\".");
        Refusal.plain(description, "description of an input");
    }

    /** Returns an input that must be given. */
    public static Input input(String name, String description) {
        return new Input(name, description, Optional.empty());
    }

    /** Returns this input with what it is if nothing is given. */
    public Input or(String value) {
        return new Input(name, description, Optional.of(Refusal.plain(value, "default of an input")));
    }

    /** Returns the input's value: <code>${{ inputs.version }}</code>. */
    public Expression value() {
        return Expression.expression("inputs." + name);
    }

    Mapping spelt() {
        return Mapping.empty()
                .with("description", description)
                .with("type", "string")
                .with("required", fallback.isEmpty())
                .with("default", fallback);
    }
}
