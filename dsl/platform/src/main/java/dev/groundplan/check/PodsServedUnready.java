package dev.groundplan.check;

import dev.groundplan.check.ServedPort.Target;
import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds containers behind a Service that nobody asks whether they are ready, or that are asked at a port which they do not have. */
final class PodsServedUnready implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new LinkedHashMap<String, Problem>();
        for (var port : ServedPort.all(platform)) {
            if (port.service().object() instanceof Service service && !isForUnready(service)) {
                port.container()
                        .flatMap(container -> problem(port, container))
                        .ifPresent(problem -> problems.putIfAbsent(problem.what(), problem));
            }
        }
        return List.copyOf(problems.values());
    }

    /** Pods of a set that find each other by name, before they are ready. */
    private static boolean isForUnready(Service service) {
        return Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
    }

    private static Optional<Problem> problem(ServedPort port, Container container) {
        var probe = container.getReadinessProbe();
        if (probe == null) {
            return Optional.of(
                    problem(
                            port,
                            "The %s sends requests to the container `%s` of the %s, which has no readiness probe: it gets some before it can answer, and while it no longer can."
                                    .formatted(
                                            port.service().label(),
                                            container.getName(),
                                            port.pods().placed().label()),
                            "say what to ask, as in .withReadinessProbe(http(\"/health\")), or .withReadinessProbe(tcp()) where there is nothing better"));
        }
        return asked(probe)
                .filter(asked -> isElsewhere(asked, container))
                .map(asked -> problem(
                        port,
                        "The readinessProbe of the container `%s` of the %s asks the port %s, which the container does not have: its pods would never be ready."
                                .formatted(
                                        container.getName(),
                                        port.pods().placed().label(),
                                        asked.shown()),
                        "ask the port that is served: %s"
                                .formatted(port.target().shown())));
    }

    private static boolean isElsewhere(Target asked, Container container) {
        return !asked.isAmong(ServedPort.ports(container).toList());
    }

    private static Optional<Target> asked(Probe probe) {
        return Stream.of(
                        Optional.ofNullable(probe.getHttpGet()).flatMap(http -> target(http.getPort())),
                        Optional.ofNullable(probe.getTcpSocket()).flatMap(tcp -> target(tcp.getPort())),
                        Optional.ofNullable(probe.getGrpc())
                                .flatMap(grpc -> Optional.ofNullable(grpc.getPort()))
                                .map(number -> new Target(String.valueOf(number), false)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Target> target(@Nullable IntOrString port) {
        return Optional.ofNullable(port).map(Target::of);
    }

    private static Problem problem(ServedPort port, String what, String mend) {
        return new Problem("K18", what, port.pods().placed().from().place(), mend);
    }
}
