package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.AppVariable;
import java.util.List;
import java.util.stream.Stream;

/** Finds variables that are given twice, by themselves and as a file: {@code PASSWORD} and {@code PASSWORD_FILE}. */
final class FileBesideItsVariable implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(FileBesideItsVariable::problems)
                .toList();
    }

    private static Stream<Problem> problems(RunApp app) {
        return app.contract().needs().variables().stream()
                .map(AppVariable::name)
                .filter(name -> app.contract().needs().optional().contains(file(name)))
                .filter(name -> app.gives(name) && app.gives(file(name)))
                .map(name -> problem(app, name));
    }

    private static String file(String name) {
        return name + "_FILE";
    }

    private static Problem problem(RunApp app, String name) {
        return app.problem(
                "A02",
                "The %s has both `%s` and `%s`, and the app takes one of them (%s)."
                        .formatted(app.object().label(), name, file(name), app.annotation("optional-env")),
                name,
                "leave one out, as a rule `%s`: the app can read a file anew".formatted(name));
    }
}
