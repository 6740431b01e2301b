package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.AppPort;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds ports of a container that the app does not listen on, and ports of the app that the container does not have. */
final class PortUnlikeContract implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(PortUnlikeContract::problems)
                .toList();
    }

    private static Stream<Problem> problems(RunApp app) {
        var problems = new ArrayList<Problem>();
        for (var said : app.contract().offers().ports()) {
            problem(app, said).ifPresent(problems::add);
        }
        for (var port : app.container().getPorts()) {
            if (!app.contract().offers().ports().isEmpty() && said(app, port).isEmpty()) {
                problems.add(app.problem(
                        "A01",
                        "The %s has the port `%s` (%s), and the app does not listen there (%s)."
                                .formatted(
                                        app.object().label(),
                                        port.getName(),
                                        port.getContainerPort(),
                                        app.says("ports")),
                        String.valueOf(port.getContainerPort()),
                        "leave it out, or let the app say that it has it"));
            }
        }
        return problems.stream();
    }

    private static Optional<AppPort> said(RunApp app, ContainerPort port) {
        return app.contract().offers().ports().stream()
                .filter(said -> said.name().equals(port.getName()))
                .findFirst();
    }

    private static Optional<Problem> problem(RunApp app, AppPort said) {
        int listens = listens(app, said);
        var port = app.container().getPorts().stream()
                .filter(candidate -> said.name().equals(candidate.getName()))
                .findFirst();
        if (port.isEmpty()) {
            return Optional.of(app.problem(
                    "A01",
                    "The app listens on the port `%s` (%s; %s), and the %s does not have it."
                            .formatted(
                                    said.name(),
                                    listens,
                                    app.says("ports"),
                                    app.object().label()),
                    said.name(),
                    "add it: .withPort(\"%s\", port(%s))".formatted(said.name(), listens)));
        }
        return port.map(ContainerPort::getContainerPort)
                .filter(number -> number != listens)
                .map(
                        number -> app.problem(
                                "A01",
                                "The %s has the port `%s` at %s, and the app listens on %s (%s)."
                                        .formatted(
                                                app.object().label(), said.name(), number, listens, app.says("ports")),
                                String.valueOf(number),
                                "leave the port out, so that the app's own is taken, or tell the app as well, if it takes a PORT"));
    }

    /** The first port of an app that has a {@code PORT} is what it is told, and then not what the contract says. */
    private static int listens(RunApp app, AppPort said) {
        boolean first = app.contract().offers().ports().getFirst().equals(said);
        return first && app.contract().needs().variable("PORT").isPresent()
                ? told(app).orElse(said.number())
                : said.number();
    }

    private static Optional<Integer> told(RunApp app) {
        return app.container().getEnv().stream()
                .filter(variable -> "PORT".equals(variable.getName()))
                .map(EnvVar::getValue)
                .filter(value -> value != null && value.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number > 0 && number <= 65_535)
                .findFirst();
    }
}
