package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppProbe.Kind;
import dev.groundplan.values.GoDuration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds apps that would be killed before they have started, and rollouts that would be given up before. */
final class StartUpOutOfBudget implements ElementsCheck {

    /** What Kubernetes gives a rollout of a Deployment that does not say. */
    private static final int DEADLINE = 600;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> problems(platform, app))
                .toList();
    }

    private static Stream<Problem> problems(ExpandedPlatform platform, RunApp app) {
        var problems = new ArrayList<Problem>();
        var kind = app.probe(Kind.STARTUP).isPresent() ? Kind.STARTUP : Kind.LIVENESS;
        var start = app.contract().behaves().times().start();
        app.probe(kind).ifPresent(probe -> {
            int budget = ProbeTimes.of(probe).budget();
            start.filter(seconds -> seconds >= budget)
                    .map(seconds -> killed(app, kind, budget, seconds))
                    .ifPresent(problems::add);
            deadline(app)
                    .filter(seconds -> kind == Kind.STARTUP && seconds <= budget)
                    .map(seconds -> givenUp(app, budget, seconds))
                    .ifPresent(problems::add);
            if (kind == Kind.STARTUP && deadline(app).isEmpty()) {
                givenUpByFlux(platform, app, budget).forEach(problems::add);
            }
        });
        return problems.stream();
    }

    private static Problem killed(RunApp app, Kind kind, int budget, int start) {
        return app.problem(
                "A05",
                "The %s of the %s kills the app after %s s, and it may take %s s to start (%s)."
                        .formatted(kind.field(), app.object().label(), budget, start, app.annotation("start-seconds")),
                kind.field(),
                "give it more: .withStartupProbe(… .withPeriod(seconds(2)).withFailures(%s))".formatted(start / 2 + 2));
    }

    private static Problem givenUp(RunApp app, int budget, int deadline) {
        return app.problem(
                "A05",
                "The startupProbe of the %s waits for %s s, and a rollout is given up after %s s (progressDeadlineSeconds)."
                        .formatted(app.object().label(), budget, deadline),
                Kind.STARTUP.field(),
                "let the probe wait for less than the rollout");
    }

    /** A rollout of a Deployment ends at its deadline, and what that is for Flux is G04. */
    private static Stream<Problem> givenUpByFlux(ExpandedPlatform platform, RunApp app, int budget) {
        return Capabilities.applied(platform).stream()
                .filter(applied -> applied.covers(app.object().placement()))
                .flatMap(applied -> KustomizationEndsTooSoon.kustomizations(platform, applied))
                .flatMap(placed -> KustomizationEndsTooSoon.timeout(placed)
                        .filter(timeout -> timeout.compareTo(new GoDuration(budget)) <= 0)
                        .map(timeout -> app.problem(
                                "A05",
                                "The startupProbe of the %s waits for %s s, and the %s gives up after %s."
                                        .formatted(app.object().label(), budget, placed.label(), timeout),
                                Kind.STARTUP.field(),
                                "let the probe wait for less than Flux"))
                        .stream());
    }

    private static Optional<Integer> deadline(RunApp app) {
        return app.object().object() instanceof Deployment deployment
                ? Optional.of(Optional.ofNullable(deployment.getSpec().getProgressDeadlineSeconds())
                        .orElse(DEADLINE))
                : Optional.empty();
    }
}
