package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds apps that would be stopped in the middle of a request: without a wait before, or without the time to end. */
final class TerminationUnlikeContract implements ElementsCheck {

    /** What Kubernetes gives a pod that does not say. */
    private static final long GRACE = 30;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> Stream.concat(withoutWait(app).stream(), withoutTime(app).stream()))
                .toList();
    }

    private static Optional<Problem> withoutWait(RunApp app) {
        boolean deaf = app.contract().behaves().handlesSigterm().equals(Optional.of(false));
        return deaf && before(app).isEmpty()
                ? Optional.of(app.problem(
                        "A08",
                        "The app ends at once when it is told to (%s), and the %s does not wait before: requests on their way are lost."
                                .formatted(
                                        app.annotation("handles-sigterm"),
                                        app.object().label()),
                        "preStop",
                        "wait until the balancers look away: .withPreStopSleep(seconds(15))"))
                : Optional.empty();
    }

    private static Optional<Problem> withoutTime(RunApp app) {
        long wait = before(app)
                .flatMap(handler -> Optional.ofNullable(handler.getSleep()))
                .map(sleep -> sleep.getSeconds())
                .orElse(0L);
        long grace = Optional.ofNullable(app.pod().getTerminationGracePeriodSeconds())
                .orElse(GRACE);
        return app.contract()
                .behaves()
                .times()
                .drain()
                .filter(drain -> grace <= wait + drain)
                .map(drain -> app.problem(
                        "A08",
                        "The %s is killed %s s after it was told to end: it waits %s s before, and the app may take %s s to drain (%s)."
                                .formatted(app.object().label(), grace, wait, drain, app.annotation("drain-seconds")),
                        "terminationGracePeriodSeconds",
                        "give it more than both together: .withGracePeriod(seconds(%s)), or leave the call out"
                                .formatted(wait + drain + 5)));
    }

    private static Optional<LifecycleHandler> before(RunApp app) {
        return Optional.ofNullable(app.container().getLifecycle())
                .flatMap(lifecycle -> Optional.ofNullable(lifecycle.getPreStop()));
    }
}
