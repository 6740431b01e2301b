package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;

/** Finds variables that name the file of another one, {@code PASSWORD_FILE} for {@code PASSWORD}, where nothing mounts it. */
final class FileNobodyMounts implements ElementsCheck {

    private static final String END = "_FILE";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> app.container().getEnv().stream()
                        .filter(given -> isFile(app, given) && !Mounts.cover(app, given.getValue()))
                        .map(given -> problem(app, given)))
                .toList();
    }

    /** Other files may be of the image. */
    private static boolean isFile(RunApp app, EnvVar given) {
        return given.getName() != null
                && given.getName().endsWith(END)
                && app.contract().needs().variable(withoutEnd(given.getName())).isPresent()
                && given.getValue() != null
                && given.getValue().startsWith("/");
    }

    private static String withoutEnd(String name) {
        return name.substring(0, name.length() - END.length());
    }

    private static Problem problem(RunApp app, EnvVar given) {
        return app.problem(
                "A02",
                "The variable `%s` of the %s names the file `%s`, and nothing is mounted there."
                        .formatted(given.getName(), app.object().label(), given.getValue()),
                given.getName(),
                "say both at once: .withEnvFile(\"%s\", store.secret(\"name\"))".formatted(given.getName()));
    }
}
