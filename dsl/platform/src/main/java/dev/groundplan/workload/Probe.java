package dev.groundplan.workload;

import dev.groundplan.values.Seconds;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A question that the kubelet asks a container again and again. It asks every 10 s, waits 1 s for the answer and takes three
 * failures in a row for a no, unless told otherwise.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/">Kubernetes:
 *     probes</a>
 */
public final class Probe {

    private final Question question;
    private Optional<String> port = Optional.empty();
    private Seconds period = new Seconds(10);
    private Seconds timeout = new Seconds(1);
    private int failures = 3;
    private Seconds initialDelay = new Seconds(0);

    /** What is asked. */
    private sealed interface Question {

        record Http(String path) implements Question {}

        record Tcp() implements Question {}

        record Grpc() implements Question {}

        record Exec(List<String> command) implements Question {}
    }

    private Probe(Question question) {
        this.question = question;
    }

    private Probe(Probe probe) {
        question = probe.question;
        port = probe.port;
        period = probe.period;
        timeout = probe.timeout;
        failures = probe.failures;
        initialDelay = probe.initialDelay;
    }

    /**
     * Returns a probe that is content with a status of 200 to 399; renders to {@code httpGet}.
     *
     * @param path the path with its {@code /}, and a query if you like
     */
    public static Probe http(String path) {
        if (!path.startsWith("/") || path.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new IllegalArgumentException(
                    "`%s` is no path of a probe: write it from its `/` on, without blanks, as in http(\"/health\")."
                            .formatted(path));
        }
        return new Probe(new Question.Http(path));
    }

    /** Returns a probe that is content with a connection; renders to {@code tcpSocket}. */
    public static Probe tcp() {
        return new Probe(new Question.Tcp());
    }

    /** Returns a probe that asks gRPC's own health service; renders to {@code grpc}. */
    public static Probe grpc() {
        return new Probe(new Question.Grpc());
    }

    /** Returns a probe that runs a program inside the container and is content with exit code 0; renders to {@code exec}. */
    public static Probe exec(String... command) {
        if (command.length == 0) {
            throw new IllegalArgumentException(
                    "A probe of a program needs the program, as in exec(\"/usr/bin/pg_isready\").");
        }
        return new Probe(new Question.Exec(List.of(command)));
    }

    /** Returns this probe asking another port of the container than the one called {@code http}. */
    public Probe onPort(String name) {
        var copy = new Probe(this);
        copy.port = Optional.of(name);
        return copy;
    }

    /** Returns this probe asking so often: 1 s at least; renders to {@code periodSeconds}. */
    public Probe withPeriod(Seconds seconds) {
        refuseNothing("period", seconds);
        var copy = new Probe(this);
        copy.period = seconds;
        return copy;
    }

    /** Returns this probe waiting so long for an answer: 1 s at least; renders to {@code timeoutSeconds}. */
    public Probe withTimeout(Seconds seconds) {
        refuseNothing("timeout", seconds);
        var copy = new Probe(this);
        copy.timeout = seconds;
        return copy;
    }

    /** Returns this probe taking so many failures in a row for a no, 1 to 1000; renders to {@code failureThreshold}. */
    public Probe withFailures(int count) {
        if (count < 1 || count > 1000) {
            throw new IllegalArgumentException(
                    "%s is no number of failures: it must lie between 1 and 1000, as in withFailures(3)."
                            .formatted(count));
        }
        var copy = new Probe(this);
        copy.failures = count;
        return copy;
    }

    /** Returns this probe asking for the first time after so long; a startup probe is better. */
    public Probe withInitialDelay(Seconds seconds) {
        var copy = new Probe(this);
        copy.initialDelay = seconds;
        return copy;
    }

    /** The kubelet's probe of a container that has these ports. */
    io.fabric8.kubernetes.api.model.Probe object(ContainerSettings container) {
        var builder = new ProbeBuilder()
                .withPeriodSeconds(period.count())
                .withTimeoutSeconds(timeout.count())
                .withFailureThreshold(failures);
        if (initialDelay.count() > 0) {
            builder.withInitialDelaySeconds(initialDelay.count());
        }
        return switch (question) {
            case Question.Http http ->
                builder.withNewHttpGet()
                        .withPath(http.path())
                        .withPort(new IntOrString(port(container).name()))
                        .endHttpGet()
                        .build();
            case Question.Tcp tcp ->
                builder.withNewTcpSocket()
                        .withPort(new IntOrString(port(container).name()))
                        .endTcpSocket()
                        .build();
            // Kubernetes takes only a number here.
            case Question.Grpc grpc ->
                builder.withNewGrpc()
                        .withPort(port(container).port().number())
                        .endGrpc()
                        .build();
            case Question.Exec exec ->
                builder.withNewExec().withCommand(exec.command()).endExec().build();
        };
    }

    private NamedPort port(ContainerSettings container) {
        var name = port.orElse("http");
        return container.ports().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A probe of the %s asks the port `%s`, and the container has none of that name: add it, as in withPort(\"%s\", port(8080)), or ask another, as in http(\"/health\").onPort(\"admin\")."
                                .formatted(
                                        container.label(),
                                        name,
                                        name.chars().allMatch(Character::isDigit) ? "http" : name)));
    }

    private static void refuseNothing(String what, Seconds seconds) {
        if (seconds.count() == 0) {
            throw new IllegalArgumentException(
                    "A %s of 0 s is no %s of a probe: write at least seconds(1).".formatted(what, what));
        }
    }
}
