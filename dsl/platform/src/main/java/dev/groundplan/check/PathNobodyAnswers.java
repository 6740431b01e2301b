package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppProbe.Kind;
import dev.groundplan.files.NearestName;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds paths that a probe or a load balancer asks, or that are served to the world, and that the app does not answer. */
final class PathNobodyAnswers implements ElementsCheck {

    private static final String ANNOTATION = "alb.ingress.kubernetes.io/healthcheck-path";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .filter(app -> !app.contract().offers().endpoints().isEmpty())
                .flatMap(app -> Stream.of(ofProbes(app), ofBalancers(platform, app), ofExposures(platform, app))
                        .flatMap(problems -> problems))
                .toList();
    }

    private static Stream<Problem> ofProbes(RunApp app) {
        var problems = new ArrayList<Problem>();
        for (var kind : Kind.values()) {
            app.probe(kind)
                    .flatMap(probe -> Optional.ofNullable(probe.getHttpGet()))
                    .flatMap(http -> Optional.ofNullable(http.getPath()))
                    .filter(path -> isUnanswered(app, path))
                    .map(path -> app.problem(
                            "A03",
                            "The %s of the %s asks `%s`, and the app does not answer there (%s)."
                                    .formatted(kind.field(), app.object().label(), path, app.annotation("endpoints")),
                            kind.field(),
                            mend(app, path)))
                    .ifPresent(problems::add);
        }
        return problems.stream();
    }

    private static Stream<Problem> ofBalancers(ExpandedPlatform platform, RunApp app) {
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Ingress ingress && Services.lead(platform, ingress, app))
                .flatMap(placed -> path(placed).stream()
                        .filter(path -> isUnanswered(app, path))
                        .map(path -> new Problem(
                                "A03",
                                "The load balancer of the %s asks `%s`, and the app does not answer there (%s)."
                                        .formatted(placed.label(), path, app.annotation("endpoints")),
                                placed.from().of(ANNOTATION),
                                mend(app, path))));
    }

    /** What is served to the world: the app answers there, or below. */
    private static Stream<Problem> ofExposures(ExpandedPlatform platform, RunApp app) {
        var services = Services.of(platform, app.pods()).stream()
                .map(service -> service.object().getMetadata().getName())
                .toList();
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Ingress ingress && Services.lead(platform, ingress, app))
                .flatMap(placed -> ((Ingress) placed.object())
                        .getSpec().getRules().stream()
                                .flatMap(rule -> Stream.ofNullable(rule.getHttp())
                                        .flatMap(http -> http.getPaths().stream())
                                        .filter(path -> leadsTo(services, path))
                                        .map(path -> Objects.requireNonNullElse(path.getPath(), "/"))
                                        .filter(path -> isUnansweredBelow(app, path))
                                        .map(path -> ofExposure(app, placed, rule, path))));
    }

    private static Problem ofExposure(RunApp app, PlacedObject placed, IngressRule rule, String path) {
        return new Problem(
                "A03",
                "The %s serves `%s`, and the app does not answer there (%s)."
                        .formatted(placed.label(), path, app.annotation("endpoints")),
                placed.from().of(String.valueOf(rule.getHost())),
                "serve what it answers, as in at(…).onPaths(\"%s\")"
                        .formatted(String.join(
                                "\", \"",
                                app.contract().offers().endpoints().stream()
                                        .limit(2)
                                        .toList())));
    }

    private static boolean leadsTo(List<String> services, HTTPIngressPath path) {
        var service = path.getBackend().getService();
        return service != null && services.contains(service.getName());
    }

    private static boolean isUnansweredBelow(RunApp app, String path) {
        var below = path.endsWith("/") ? path : path + "/";
        return app.contract().offers().endpoints().stream()
                .noneMatch(endpoint -> endpoint.equals(path) || endpoint.startsWith(below));
    }

    private static Optional<String> path(PlacedObject placed) {
        return Optional.ofNullable(placed.object().getMetadata().getAnnotations())
                .flatMap(annotations -> Optional.ofNullable(annotations.get(ANNOTATION)));
    }

    private static boolean isUnanswered(RunApp app, String path) {
        return !app.contract().offers().endpoints().contains(RunApp.withoutQuery(path));
    }

    private static String mend(RunApp app, String path) {
        var endpoints = app.contract().offers().endpoints();
        return NearestName.to(path, new TreeSet<>(endpoints))
                .map(near -> "did you mean `" + near + "`?")
                .orElse("ask one of " + String.join(", ", endpoints));
    }
}
