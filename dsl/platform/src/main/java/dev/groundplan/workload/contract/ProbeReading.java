package dev.groundplan.workload.contract;

import dev.groundplan.facts.AppProbe;
import dev.groundplan.facts.AppProbe.Kind;
import dev.groundplan.facts.AppProbe.Question;
import dev.groundplan.facts.AppProbe.Rhythm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The probes of a manifest; what it leaves out is what Kubernetes takes then. */
final class ProbeReading {

    private final Ports ports;
    private final Kind kind;

    private ProbeReading(Ports ports, Kind kind) {
        this.ports = ports;
        this.kind = kind;
    }

    static List<AppProbe> probes(Container container, Ports ports) {
        var probes = new ArrayList<AppProbe>();
        for (var kind : Kind.values()) {
            new ProbeReading(ports, kind)
                    .question(of(container, kind))
                    .map(question -> new AppProbe(kind, question, rhythm(of(container, kind))))
                    .ifPresent(probes::add);
        }
        return probes;
    }

    private static Probe of(Container container, Kind kind) {
        var probe = switch (kind) {
            case STARTUP -> container.getStartupProbe();
            case READINESS -> container.getReadinessProbe();
            case LIVENESS -> container.getLivenessProbe();
        };
        return Optional.ofNullable(probe).orElseGet(Probe::new);
    }

    private Optional<Question> question(Probe probe) {
        if (probe.getHttpGet() != null) {
            var path = Optional.ofNullable(probe.getHttpGet().getPath()).orElse("/");
            return Optional.of(new Question.Http(path, port(probe.getHttpGet().getPort())));
        }
        if (probe.getTcpSocket() != null) {
            return Optional.of(new Question.Tcp(port(probe.getTcpSocket().getPort())));
        }
        if (probe.getGrpc() != null) {
            return Optional.of(
                    new Question.Grpc(port(new IntOrString(probe.getGrpc().getPort()))));
        }
        return probe.getExec() == null
                ? Optional.empty()
                : Optional.of(new Question.Exec(probe.getExec().getCommand()));
    }

    private String port(IntOrString port) {
        return ports.asked(kind.field(), port);
    }

    private static Rhythm rhythm(Probe probe) {
        return new Rhythm(
                given(probe.getPeriodSeconds(), 10),
                given(probe.getTimeoutSeconds(), 1),
                given(probe.getFailureThreshold(), 3),
                given(probe.getInitialDelaySeconds(), 0));
    }

    /** 0 is what Kubernetes takes for "not said" in all of these. */
    private static int given(@Nullable Integer value, int otherwise) {
        return Optional.ofNullable(value).filter(number -> number > 0).orElse(otherwise);
    }
}
