package dev.groundplan.facts;

import java.util.List;
import java.util.Optional;

/**
 * A probe that an app proposes.
 *
 * @param kind when it is asked
 * @param question what is asked
 * @param rhythm how often, and how patiently
 */
public record AppProbe(Kind kind, Question question, Rhythm rhythm) {

    /** When a probe is asked, by the field of a container. */
    public enum Kind {
        /** Until it succeeds once. */
        STARTUP("startupProbe"),
        /** Before each share of work. */
        READINESS("readinessProbe"),
        /** To find out whether to kill. */
        LIVENESS("livenessProbe");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** Returns the name of the container's field. */
        public String field() {
            return field;
        }
    }

    /** What a probe asks. */
    public sealed interface Question {

        /** GET of a path at a port. */
        record Http(String path, String port) implements Question {}

        /** A connection to a port. */
        record Tcp(String port) implements Question {}

        /** The health service of gRPC at a port. */
        record Grpc(String port) implements Question {}

        /** The exit code of a program. */
        record Exec(List<String> command) implements Question {

            /** Keeps a copy of the list. */
            public Exec {
                command = List.copyOf(command);
            }
        }
    }

    /** Seconds between two questions, seconds to wait for an answer, failures for a no, seconds before the first. */
    public record Rhythm(int period, int timeout, int failures, int initialDelay) {}

    /** Returns the path that is asked, without its query, where one is. */
    public Optional<String> path() {
        return question instanceof Question.Http http ? Optional.of(http.path()) : Optional.empty();
    }
}
