package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppProbe.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds load balancers that wait less for an answer to their health check than the app may take; and that a hanging pod would
 * get requests for longer than one that goes may answer them.
 */
final class BalancerLessPatientThanApp implements ElementsCheck {

    private static final int STANDARD_TIMEOUT = 5;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var balancers = Balancer.all(platform);
        return RunApp.in(platform).stream()
                .flatMap(app -> balancers.stream()
                        .filter(balancer -> Services.lead(platform, balancer.ingress(), app))
                        .flatMap(balancer ->
                                Stream.concat(impatient(app, balancer).stream(), late(app, balancer).stream())))
                .toList();
    }

    private static Optional<Problem> impatient(RunApp app, Balancer balancer) {
        int timeout = balancer.say("healthcheck-timeout-seconds")
                .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(STANDARD_TIMEOUT);
        var path = balancer.say("healthcheck-path").orElse("/");
        return AnswerTime.of(app, path)
                .filter(need -> timeout < need.seconds())
                .map(need -> balancer.problem(
                        "A06",
                        "The load balancer of the %s waits %s s for `%s`, and the app may take %s s to answer (%s)."
                                .formatted(balancer.placed().label(), timeout, path, need.seconds(), need.said()),
                        "let it wait as long, and ask less often than that: `alb.ingress.kubernetes.io/healthcheck-timeout-seconds: \"%s\"`; a workload that is exposed takes both from its readiness probe"
                                .formatted(need.seconds())));
    }

    /** Kubernetes takes a pod that hangs from the balancer once its readiness probe has failed. */
    private static Optional<Problem> late(RunApp app, Balancer balancer) {
        int delay = balancer.deregistrationDelay();
        return app.probe(Kind.READINESS)
                .map(probe -> ProbeTimes.of(probe).failed())
                .filter(failed -> failed > delay)
                .map(failed -> app.problem(
                        "A06",
                        "The readinessProbe of the %s needs %s s to see that a pod hangs, and the load balancer of the %s cuts the requests of a pod that goes after %s s."
                                .formatted(
                                        app.object().label(),
                                        failed,
                                        balancer.placed().label(),
                                        delay),
                        Kind.READINESS.field(),
                        "let the period times the failures be at most %s s: .withPeriod(seconds(5)).withFailures(2)"
                                .formatted(delay)));
    }
}
