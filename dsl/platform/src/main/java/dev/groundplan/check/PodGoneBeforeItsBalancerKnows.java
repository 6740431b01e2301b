package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds pods behind a load balancer that end before it stops sending requests, or before it stops waiting for answers. */
final class PodGoneBeforeItsBalancerKnows implements ElementsCheck {

    /** What a load balancer of AWS needs at least until no request comes to a pod that goes. */
    private static final long NOTICE = 10;

    private static final long DEFAULT_GRACE = 30;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var balancer : Balancer.all(platform)) {
            if (balancer.hasPodsAsTargets()) {
                balancer.pods(platform).forEach(pods -> problem(balancer, pods).ifPresent(problems::add));
            }
        }
        return problems;
    }

    private static Optional<Problem> problem(Balancer balancer, Pods pods) {
        long grace =
                Objects.requireNonNullElse(pods.template().getSpec().getTerminationGracePeriodSeconds(), DEFAULT_GRACE);
        long delay = balancer.deregistrationDelay();
        if (delay > grace) {
            return Optional.of(new Problem(
                    "K19",
                    "The load balancer of the %s gives a pod that goes %s s to answer what it began, and the pods of the %s are killed after %s s."
                            .formatted(
                                    balancer.placed().label(),
                                    delay,
                                    pods.placed().label(),
                                    grace),
                    place(balancer),
                    "shorten the delay, as in at(…).withDeregistrationDelay(seconds(%s)), or lengthen .withGracePeriod(seconds(%s))"
                            .formatted(Math.min(30, grace), delay + NOTICE)));
        }
        return sleep(pods)
                .map(sleep -> tooShort(balancer, pods, sleep, grace))
                .orElseGet(() -> hasHook(pods) ? Optional.empty() : tooShort(balancer, pods, 0, grace));
    }

    /** Where the delay was said: with the name that is served, if there is one. */
    private static Place place(Balancer balancer) {
        return IngressHost.of(balancer.placed())
                .map(IngressHost::place)
                .findFirst()
                .orElse(balancer.placed().from().place());
    }

    private static Optional<Problem> tooShort(Balancer balancer, Pods pods, long sleep, long grace) {
        if (sleep >= NOTICE && sleep < grace) {
            return Optional.empty();
        }
        return Optional.of(problem(
                pods,
                "The pods of the %s are told to end %s s after they are taken out of service, of %s s in all, and the load balancer of the %s needs %s s to learn of it: requests would be lost."
                        .formatted(
                                pods.placed().label(),
                                sleep,
                                grace,
                                balancer.placed().label(),
                                NOTICE),
                "let pods wait first and end then, as in .withPreStopSleep(seconds(15)).withGracePeriod(seconds(45))"));
    }

    private static Optional<Long> sleep(Pods pods) {
        return hooked(pods)
                .flatMap(container -> Optional.ofNullable(
                        container.getLifecycle().getPreStop().getSleep()))
                .map(sleep -> sleep.getSeconds());
    }

    private static boolean hasHook(Pods pods) {
        return hooked(pods).isPresent();
    }

    private static Optional<Container> hooked(Pods pods) {
        return pods.template().getSpec().getContainers().stream()
                .filter(container -> container.getLifecycle() != null
                        && container.getLifecycle().getPreStop() != null)
                .findFirst();
    }

    private static Problem problem(Pods pods, String what, String mend) {
        return new Problem("K19", what, pods.placed().from().place(), mend);
    }
}
