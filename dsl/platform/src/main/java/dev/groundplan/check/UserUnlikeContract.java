package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds apps that run as another user than their image is made for, and such that may not write and want to. */
final class UserUnlikeContract implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> Stream.concat(user(app).stream(), root(app).stream()))
                .toList();
    }

    private static Optional<Problem> user(RunApp app) {
        var runs = context(app)
                .flatMap(context -> Optional.ofNullable(context.getRunAsUser()))
                .or(() -> Optional.ofNullable(app.pod().getSecurityContext())
                        .flatMap(context -> Optional.ofNullable(context.getRunAsUser())));
        return app.contract()
                .behaves()
                .user()
                .filter(user ->
                        user == 0 || runs.filter(number -> !number.equals(user)).isPresent())
                .map(user -> app.problem(
                        "A09",
                        "The %s runs as the user %s, and the image is made for %s (%s)."
                                .formatted(
                                        app.object().label(),
                                        runs.map(String::valueOf).orElse("of its image"),
                                        user == 0 ? "root" : "the user " + user,
                                        app.annotation("run-as-user")),
                        "runAsUser",
                        user == 0
                                ? "let the image run as a user of its own: a restricted namespace takes no root"
                                : "leave .withUser(…) out, so that the app's own is taken"));
    }

    private static Optional<Problem> root(RunApp app) {
        boolean writes = app.contract().behaves().readOnlyRoot().equals(Optional.of(false));
        boolean may = context(app)
                .filter(context -> Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()))
                .isEmpty();
        return writes && !may
                ? Optional.of(
                        app.problem(
                                "A09",
                                "The app writes into its image (%s), and the %s may not (readOnlyRootFilesystem)."
                                        .formatted(
                                                app.annotation("read-only-root"),
                                                app.object().label()),
                                "readOnlyRootFilesystem",
                                "mount a volume where it writes, .withVolume(\"/tmp\", scratch(\"tmp\", mebibytes(64))), and let the app say so; or let it write: .withWritableRoot()"))
                : Optional.empty();
    }

    private static Optional<SecurityContext> context(RunApp app) {
        return Optional.ofNullable(app.container().getSecurityContext());
    }
}
