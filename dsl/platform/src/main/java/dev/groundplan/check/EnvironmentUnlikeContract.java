package dev.groundplan.check;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.AppVariable;
import dev.groundplan.facts.AppContract.Needs;
import dev.groundplan.files.NearestName;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds variables and mounts that the app needs and is not given, and variables that it is given and does not know. */
final class EnvironmentUnlikeContract implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(EnvironmentUnlikeContract::problems)
                .toList();
    }

    private static Stream<Problem> problems(RunApp app) {
        var problems = new ArrayList<Problem>();
        app.container().getEnv().stream()
                .filter(given -> given.getName() != null)
                .forEach(given -> problem(app, given).ifPresent(problems::add));
        // What a whole ConfigMap or Secret brings is known to nobody here.
        if (app.container().getEnvFrom().isEmpty()) {
            app.contract().needs().variables().stream()
                    .filter(variable -> variable.isRequired() && !isGiven(app, variable.name()))
                    .map(variable -> missing(app, variable))
                    .forEach(problems::add);
        }
        app.contract().needs().mounts().stream()
                .filter(path -> !Mounts.cover(app, path))
                .map(path -> notMounted(app, path))
                .forEach(problems::add);
        return problems.stream();
    }

    /** By itself, or as the file of that variable where the app knows one: {@code PASSWORD_FILE} for {@code PASSWORD}. */
    private static boolean isGiven(RunApp app, String name) {
        var file = name + "_FILE";
        return app.gives(name) || (app.contract().needs().optional().contains(file) && app.gives(file));
    }

    private static Optional<Problem> problem(RunApp app, EnvVar given) {
        var needs = app.contract().needs();
        var variable = needs.variable(given.getName());
        if (variable.isEmpty()) {
            return needs.optional().contains(given.getName())
                    ? Optional.empty()
                    : Optional.of(unknown(app, given.getName()));
        }
        if (variable.get().secret() && given.getValueFrom() == null) {
            return Optional.of(app.problem(
                    "A02",
                    "The %s has the variable `%s` in plain text, and the app needs it as a secret (%s)."
                            .formatted(app.object().label(), given.getName(), app.says("env")),
                    given.getName(),
                    "keep it in a parameter store, and hand over where: .withEnv(\"%s\", store.secret(\"name\"))"
                            .formatted(given.getName())));
        }
        return variable.flatMap(AppVariable::standard)
                .filter(standard -> isNoNumberFor(standard, given))
                .map(standard -> noNumber(app, given, standard));
    }

    private static boolean isNoNumberFor(String standard, EnvVar given) {
        return standard.matches("[0-9]+")
                && given.getValue() != null
                && !given.getValue().matches("[0-9]+")
                && !ClusterVariable.REFERENCE.matcher(given.getValue()).find();
    }

    private static Problem noNumber(RunApp app, EnvVar given, String standard) {
        return app.problem(
                "A02",
                "The %s has `%s` for the variable `%s`, and the app takes a number there, as %s (%s)."
                        .formatted(app.object().label(), given.getValue(), given.getName(), standard, app.says("env")),
                given.getName(),
                "write a number, as in .withEnv(\"%s\", \"%s\"), or leave it out".formatted(given.getName(), standard));
    }

    private static Problem unknown(RunApp app, String name) {
        return app.problem(
                "A02",
                "The %s has the variable `%s`, which the app does not know (%s)."
                        .formatted(app.object().label(), name, app.says("env")),
                name,
                NearestName.to(name, names(app.contract().needs()))
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(
                                "leave it out, or let the app say that it takes it: `app.groundplan.dev/optional-env`"));
    }

    private static SortedSet<String> names(Needs needs) {
        var names = new TreeSet<>(needs.optional());
        needs.variables().forEach(variable -> names.add(variable.name()));
        return names;
    }

    private static Problem missing(RunApp app, AppVariable variable) {
        return app.problem(
                "A02",
                "The app does not start without the variable `%s` (%s), and the %s does not give it."
                        .formatted(
                                variable.name(), app.says("env"), app.object().label()),
                variable.name(),
                variable.secret()
                        ? "hand over where it is kept: .withEnv(\"%s\", store.secret(\"name\"))"
                                .formatted(variable.name())
                        : "give it: .withEnv(\"%s\", \"…\")".formatted(variable.name()));
    }

    private static Problem notMounted(RunApp app, String path) {
        return app.problem(
                "A02",
                "The app needs something mounted at `%s` (%s), and the %s mounts nothing there."
                        .formatted(path, app.says("volumeMounts"), app.object().label()),
                path,
                "mount it: .withVolume(\"%s\", configMap(\"name\")), or .withConfigFile(\"%s/name\", text)"
                        .formatted(path, path));
    }
}
