package dev.groundplan.check;

import dev.groundplan.check.ServedPort.Target;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.NearestName;
import java.util.List;

/**
 * Finds ports of Services that lead to no port of the pods behind them: a name that no container has, or a number that none
 * says it listens on.
 */
final class PortOfNoContainer implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return ServedPort.all(platform).stream()
                .filter(port -> !port.target().isAmong(port.offered()) && !isUnsaid(port))
                .map(PortOfNoContainer::problem)
                .toList();
    }

    /** Containers may listen without saying so; those that say some ports are taken to say all. */
    private static boolean isUnsaid(ServedPort port) {
        return !port.target().isName() && port.offered().isEmpty();
    }

    private static Problem problem(ServedPort port) {
        var said = port.offered().stream().map(Target::shown).toList();
        return new Problem(
                "K24",
                "The %s sends to the port %s of the pods of the %s, whose containers have %s."
                        .formatted(
                                port.service().label(),
                                port.target().shown(),
                                port.pods().placed().label(),
                                said.isEmpty() ? "no port" : String.join(", ", said)),
                port.service().from().place(),
                mend(port));
    }

    private static String mend(ServedPort port) {
        var names =
                port.offered().stream().filter(Target::isName).map(Target::text).toList();
        return NearestName.to(port.target().text(), names)
                .or(() -> names.stream().filter(name -> names.size() == 1).findFirst())
                .map(near -> "did you mean `targetPort: %s`?".formatted(near))
                .orElse(
                        port.target().isName()
                                ? "name the port of the container: .withPort(\"%s\", port(8080))"
                                        .formatted(port.target().text())
                                : "send to a port that a container has, or add it there: .withPort(\"http\", port(%s))"
                                        .formatted(port.target().text()));
    }
}
