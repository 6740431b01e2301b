package dev.groundplan.facts;

import java.util.List;
import java.util.Optional;

/**
 * What an app offers and needs, in its own words.
 *
 * @param app what the app is called
 * @param source where it says so, such as {@code contracts/test-app/kubernetes.yml}
 * @param offers what it listens on and answers
 * @param needs what it must be given
 * @param behaves how long it takes, and what it may do to its node
 */
public record AppContract(String app, String source, Offers offers, Needs needs, Behaviour behaves) {

    /**
     * What an app listens on and answers.
     *
     * @param ports the ports, by the names that monitors and Services use
     * @param probes what the kubelet should ask it
     * @param endpoints the paths that answer 200 to GET when all is well; empty when the app does not say
     * @param databaseEndpoints those of them that fail while the database is away; empty when the app does not say
     * @param metrics where it can be scraped, if it can
     * @param series the names of all series that it serves there, perhaps of none; absent when the app does not say
     */
    public record Offers(
            List<AppPort> ports,
            List<AppProbe> probes,
            List<String> endpoints,
            List<String> databaseEndpoints,
            Optional<Metrics> metrics,
            Optional<List<String>> series) {

        /** Keeps copies of the lists. */
        public Offers {
            ports = List.copyOf(ports);
            probes = List.copyOf(probes);
            endpoints = List.copyOf(endpoints);
            databaseEndpoints = List.copyOf(databaseEndpoints);
            series = series.map(List::copyOf);
        }

        /** Returns the probe of this kind, where the app has one. */
        public Optional<AppProbe> probe(AppProbe.Kind kind) {
            return probes.stream().filter(probe -> probe.kind() == kind).findFirst();
        }
    }

    /** A port that the app listens on. */
    public record AppPort(String name, int number) {}

    /** Where the app can be scraped: a path, and a port by its name. */
    public record Metrics(String path, String port) {}

    /**
     * What an app must be given.
     *
     * @param variables its environment
     * @param optional the names of further variables that it knows
     * @param reloads the names of variables whose change it sees without a restart, perhaps of none; absent when the app does
     *     not say
     * @param mounts the directories that it needs something mounted at
     */
    public record Needs(
            List<AppVariable> variables, List<String> optional, Optional<List<String>> reloads, List<String> mounts) {

        /** Keeps copies of the lists. */
        public Needs {
            variables = List.copyOf(variables);
            optional = List.copyOf(optional);
            reloads = reloads.map(List::copyOf);
            mounts = List.copyOf(mounts);
        }

        /** Returns the variable of this name, where the app has it and does not call it optional. */
        public Optional<AppVariable> variable(String name) {
            return variables.stream()
                    .filter(variable -> variable.name().equals(name))
                    .findFirst();
        }
    }

    /**
     * A variable of the app's environment.
     *
     * @param name what it is called
     * @param standard what the app takes when it is not given; without it, it must be given
     * @param secret whether it must be given as a secret
     */
    public record AppVariable(String name, Optional<String> standard, boolean secret) {

        /** Returns whether the app does not start without it. */
        public boolean isRequired() {
            return standard.isEmpty();
        }
    }

    /**
     * How an app behaves; what it does not say is absent.
     *
     * @param times how long it takes
     * @param handlesSigterm whether it stops by itself when it is told to, and loses no request
     * @param user the numeric user of its image
     * @param readOnlyRoot whether it writes no file outside its mounts
     * @param passwordCharacters {@code printable}, {@code alphanumeric}, or the marks that a password may have besides letters
     *     and digits
     */
    public record Behaviour(
            Times times,
            Optional<Boolean> handlesSigterm,
            Optional<Long> user,
            Optional<Boolean> readOnlyRoot,
            Optional<String> passwordCharacters) {}

    /**
     * How long an app takes, in seconds, at the longest.
     *
     * @param start from the start of its process until it has started
     * @param answer until it answers
     * @param drain from SIGTERM to its end
     */
    public record Times(Optional<Integer> start, Optional<Integer> answer, Optional<Integer> drain) {}
}
