package dev.groundplan.workload;

import dev.groundplan.values.Port;
import java.util.regex.Pattern;

/** A port that a container listens on, by the name that Services and monitors refer to. */
record NamedPort(String name, Port port) {

    private static final Pattern GRAMMAR = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 15;

    NamedPort {
        if (!GRAMMAR.matcher(name).matches() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a port: write at most %s lower-case letters, digits and single hyphens, one of them a letter, as in withPort(\"metrics\", port(9090))."
                            .formatted(name, LONGEST));
        }
    }
}
