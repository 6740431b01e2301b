package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import java.util.Optional;

/**
 * Who is told of alerts of one severity, or of all that no other route takes. Checks hold the severities of rules against
 * these; where Alertmanager is configured by hand, say its routes with {@code elements.with(…)}.
 *
 * @param severity the value of the label {@code severity}; empty for all others
 * @param receiver who is told
 */
public record AlertRoute(Optional<String> severity, String receiver) implements Fact {

    /** Returns the route of alerts of one severity. */
    public static AlertRoute of(String severity, String receiver) {
        return new AlertRoute(Optional.of(severity), receiver);
    }

    /** Returns the route of alerts that no other takes. */
    public static AlertRoute ofAllOthers(String receiver) {
        return new AlertRoute(Optional.empty(), receiver);
    }
}
