package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.AppVariable;
import java.util.List;
import java.util.stream.Stream;

/** Finds variables for a port, {@code PORT} or {@code …_PORT}, that are given a number which is none. */
final class PortOutOfRange implements ElementsCheck {

    private static final int MOST = 65_535;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var values = new GivenValues(platform);
        return RunApp.in(platform).stream()
                .flatMap(app -> problems(app, values))
                .toList();
    }

    private static Stream<Problem> problems(RunApp app, GivenValues values) {
        return app.contract().needs().variables().stream()
                .filter(PortOutOfRange::isPort)
                .flatMap(variable -> values.of(app, variable.name()).stream()
                        .filter(PortOutOfRange::isOutOfRange)
                        .map(value -> problem(app, variable, value)));
    }

    private static boolean isPort(AppVariable variable) {
        return (variable.name().equals("PORT") || variable.name().endsWith("_PORT"))
                && variable.standard().filter(PortOutOfRange::isNumber).isPresent();
    }

    private static boolean isNumber(String value) {
        return value.matches("[0-9]+");
    }

    /** A text is told elsewhere. */
    private static boolean isOutOfRange(String value) {
        return isNumber(value) && (value.length() > 5 || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST);
    }

    private static Problem problem(RunApp app, AppVariable variable, String value) {
        return app.problem(
                "A02",
                "The %s has `%s` for the variable `%s`, and a port is a number from 1 to %s (%s)."
                        .formatted(app.object().label(), value, variable.name(), MOST, app.says("env")),
                variable.name(),
                "write one of these, as in .withEnv(\"%s\", \"%s\"), or leave it out"
                        .formatted(variable.name(), variable.standard().orElseThrow()));
    }
}
