package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppProbe.Kind;
import dev.groundplan.files.NearestName;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds paths that a probe or a load balancer asks and that the app does not answer with 200. */
final class PathNobodyAnswers implements ElementsCheck {

    private static final String ANNOTATION = "alb.ingress.kubernetes.io/healthcheck-path";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .filter(app -> !app.contract().offers().endpoints().isEmpty())
                .flatMap(app -> Stream.concat(ofProbes(app), ofBalancers(platform, app)))
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
