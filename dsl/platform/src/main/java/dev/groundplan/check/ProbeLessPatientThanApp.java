package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppProbe.Kind;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        int timeout = ProbeTimes.of(probe).timeout();
        var path = Objects.requireNonNullElse(probe.getHttpGet().getPath(), "/");
        return AnswerTime.of(app, path)
                .filter(need -> timeout < need.seconds())
                .map(need -> app.problem(
                        "A06",
                        "The %s of the %s waits %s s for `%s`, and the app may take %s s to answer (%s)."
                                .formatted(
                                        kind.field(), app.object().label(), timeout, path, need.seconds(), need.said()),
                        kind.field(),
                        "wait as long: .withTimeout(seconds(%s))".formatted(need.seconds())));
    }
}
