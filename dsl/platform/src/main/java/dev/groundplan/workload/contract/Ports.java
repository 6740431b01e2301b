package dev.groundplan.workload.contract;

import dev.groundplan.facts.AppContract.AppPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ports of a manifest. Whatever else in it speaks of a port means one of them: an app that contradicts itself is no matter
 * of the platform's, and would be told as one.
 */
record Ports(String source, List<AppPort> all) {

    /** The name of the port that {@code who} asks: Dekorate writes its number. */
    String asked(String who, IntOrString port) {
        var text = String.valueOf(port.getValue());
        return all.stream()
                .filter(candidate -> candidate.name().equals(text)
                        || String.valueOf(candidate.number()).equals(text))
                .map(AppPort::name)
                .findFirst()
                .orElseThrow(() -> refusal("has a %s that asks the port `%s`".formatted(who, text)));
    }

    /** The name that an annotation gives. */
    String named(String annotation, String name) {
        return all.stream()
                .map(AppPort::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> refusal("has `%s` in the annotation `%s`".formatted(name, annotation)));
    }

    /** The number that the app takes for its port by itself. */
    void requireNumber(String variable, String number) {
        if (all.stream().noneMatch(port -> String.valueOf(port.number()).equals(number))) {
            throw refusal("has `%s` for the variable `%s`".formatted(number, variable));
        }
    }

    Optional<String> first() {
        return all.stream().map(AppPort::name).findFirst();
    }

    private IllegalArgumentException refusal(String says) {
        var ports = all.stream()
                .map(port -> "`%s` (%s)".formatted(port.name(), port.number()))
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "The contract `%s` %s, and its container has %s: let the app say the same port in both places, and compile it again."
                        .formatted(source, says, ports.isEmpty() ? "no port" : "only " + ports));
    }
}
