package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppProbe;
import dev.groundplan.facts.AppProbe.Kind;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds probes that take for a no what is only slow: they wait less than the app may take to answer. */
final class ProbeLessPatientThanApp implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(ProbeLessPatientThanApp::problems)
                .toList();
    }

    private static Stream<Problem> problems(RunApp app) {
        var problems = new ArrayList<Problem>();
        for (var kind : Kind.values()) {
            app.probe(kind)
                    .filter(probe -> probe.getHttpGet() != null)
                    .flatMap(probe -> problem(app, kind, probe))
                    .ifPresent(problems::add);
        }
        return problems.stream();
    }

    private static Optional<Problem> problem(RunApp app, Kind kind, Probe probe) {
        int timeout = Optional.ofNullable(probe.getTimeoutSeconds()).orElse(1);
        return needed(app, probe.getHttpGet().getPath())
                .filter(need -> timeout < need.seconds())
                .map(need -> app.problem(
                        "A06",
                        "The %s of the %s waits %s s for `%s`, and the app may take %s s to answer (%s)."
                                .formatted(
                                        kind.field(),
                                        app.object().label(),
                                        timeout,
                                        probe.getHttpGet().getPath(),
                                        need.seconds(),
                                        need.said()),
                        kind.field(),
                        "wait as long: .withTimeout(seconds(%s))".formatted(need.seconds())));
    }

    private record Need(int seconds, String said) {}

    /** What the app's own probe of that path waits, or else its longest answer. */
    private static Optional<Need> needed(RunApp app, String path) {
        return app.contract().offers().probes().stream()
                .filter(own -> own.path().equals(Optional.ofNullable(path)))
                .map(own -> own(app, own))
                .findFirst()
                .or(() -> app.contract()
                        .behaves()
                        .times()
                        .answer()
                        .map(seconds -> new Need(seconds, app.annotation("answer-seconds"))));
    }

    private static Need own(RunApp app, AppProbe own) {
        return new Need(own.rhythm().timeout(), app.says(own.kind().field()));
    }
}
