package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.Needs;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds secrets that an app reads once while it starts, with nothing that starts it anew: after a rotation it goes on with the
 * secret before. An app that does not say what it reads anew is not judged, and a job starts anew by itself.
 */
final class SecretThatChangesUnseen implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .filter(SecretThatChangesUnseen::lasts)
                .flatMap(app -> app.contract().needs().reloads().stream()
                        .flatMap(reloads -> app.container().getEnv().stream()
                                .filter(given -> given.getName() != null && !reloads.contains(given.getName()))
                                .flatMap(given -> problem(app, given, reloads).stream())))
                .toList();
    }

    private static boolean lasts(RunApp app) {
        var object = app.pods().object();
        return object instanceof Deployment || object instanceof StatefulSet || object instanceof DaemonSet;
    }

    private static Optional<Problem> problem(RunApp app, EnvVar given, List<String> reloads) {
        return secretOf(app, given)
                .filter(secret -> !Restarts.follow(app.pods(), secret))
                .map(secret -> app.problem(
                        "A07",
                        "The app reads `%s` once while it starts (%s), and nothing starts the %s anew when the Secret `%s` changes."
                                .formatted(
                                        given.getName(),
                                        app.annotation("reloads"),
                                        app.object().label(),
                                        secret),
                        given.getName(),
                        mend(given.getName(), reloads)));
    }

    /** The Secret behind a variable: the one that it is a key of, or the one that the file is of which it names. */
    private static Optional<String> secretOf(RunApp app, EnvVar given) {
        if (given.getValueFrom() != null) {
            return Optional.ofNullable(given.getValueFrom().getSecretKeyRef())
                    .filter(key -> isSecret(app.contract().needs(), given.getName()))
                    .map(key -> key.getName());
        }
        return Optional.ofNullable(given.getValue())
                .flatMap(path -> Mounts.secretAt(app, path))
                .map(Mounts.SecretKey::secret);
    }

    /** Addresses come by the way of a Secret as well, since they are known after Terraform ran; they do not rotate. */
    private static boolean isSecret(Needs needs, String name) {
        return needs.variable(name).filter(variable -> variable.secret()).isPresent();
    }

    private static String mend(String name, List<String> reloads) {
        return reloads.contains(name + "_FILE")
                ? "hand it over as a file, which the app reads anew: .withEnvFile(\"%s_FILE\", …)".formatted(name)
                : "let the pods follow it: .restartedOnChange(), and reloader(cluster) in the platform";
    }
}
