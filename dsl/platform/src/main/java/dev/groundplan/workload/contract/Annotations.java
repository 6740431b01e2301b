package dev.groundplan.workload.contract;

import dev.groundplan.facts.AppContract.Behaviour;
import dev.groundplan.facts.AppContract.Metrics;
import dev.groundplan.facts.AppContract.Times;
import dev.groundplan.files.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an app says in annotations of its manifest, each with its grammar. */
final class Annotations {

    private static final String PREFIX = "app.groundplan.dev/";
    private static final TreeSet<String> KNOWN = new TreeSet<>(List.of(
            "answer-seconds",
            "database-endpoints",
            "drain-seconds",
            "endpoints",
            "handles-sigterm",
            "metrics",
            "metrics-path",
            "metrics-port",
            "optional-env",
            "password-characters",
            "read-only-root",
            "reloads",
            "run-as-user",
            "start-seconds"));

    private final String source;
    private final SequencedMap<String, String> values = new TreeMap<>();

    Annotations(String source, Map<?, ?> annotations) {
        this.source = source;
        annotations.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (name.startsWith(PREFIX)) {
                values.put(
                        known(name.substring(PREFIX.length())),
                        String.valueOf(value).strip());
            }
        });
    }

    private String known(String name) {
        if (KNOWN.contains(name)) {
            return name;
        }
        throw new IllegalArgumentException("The contract `%s` has the annotation `%s%s`, which nobody knows%s"
                .formatted(
                        source,
                        PREFIX,
                        name,
                        NearestName.to(name, KNOWN)
                                .map(near -> ": did you mean `" + PREFIX + near + "`?")
                                .orElse(": known are " + String.join(", ", KNOWN) + ".")));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A list that says something even when it is empty. */
    Optional<List<String>> listIfSaid(String name) {
        return values.containsKey(name) ? Optional.of(list(name)) : Optional.empty();
    }

    /** The metrics; without a port they are at the first. */
    Optional<Metrics> metrics(Ports ports) {
        var port = text("metrics-port").map(name -> ports.named(PREFIX + "metrics-port", name));
        return text("metrics-path")
                .map(path -> new Metrics(path, port.or(ports::first).orElse("http")));
    }

    /** The names of all series that are served there, where the app says them. */
    Optional<List<String>> series() {
        return listIfSaid("metrics")
                .map(names -> names.stream()
                        .map(name -> {
                            if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
                                throw refusal(
                                        "metrics", name, "names of series with commas", "http_requests_total,db_up");
                            }
                            return name;
                        })
                        .toList());
    }

    Behaviour behaviour() {
        return new Behaviour(
                new Times(seconds("start-seconds"), seconds("answer-seconds"), seconds("drain-seconds")),
                truth("handles-sigterm"),
                number("run-as-user"),
                truth("read-only-root"),
                text("password-characters"));
    }

    private Optional<Integer> seconds(String name) {
        return number(name).map(Math::toIntExact);
    }

    private Optional<Long> number(String name) {
        return text(name).map(value -> {
            if (!value.matches("[0-9]{1,9}")) {
                throw refusal(name, value, "a whole number", "30");
            }
            return Long.valueOf(value);
        });
    }

    private Optional<Boolean> truth(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(name, value, "`true` or `false`", "true");
        });
    }

    private IllegalArgumentException refusal(String name, String value, String grammar, String example) {
        return new IllegalArgumentException(
                "The contract `%s` has `%s` in the annotation `%s%s`: write %s, as in \"%s\"."
                        .formatted(source, value, PREFIX, name, grammar, example));
    }
}
