package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppProbe.Kind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds liveness probes that fail while the database is away: all pods would be killed again and again, though no restart can
 * help. Which paths those are, an app says in its contract. Where it does not, one is taken for such a path that the readiness
 * probe asks as well, in a container that is given a Secret: readiness is there to fail when something else is away.
 */
final class LivenessThatAsksTheDatabase implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var telling = RunApp.in(platform).stream()
                .filter(app -> !app.contract().offers().databaseEndpoints().isEmpty())
                .toList();
        var told = new TreeSet<String>();
        telling.forEach(app -> told.add(container(app.object().label(), app.container())));
        return Stream.concat(
                        telling.stream().flatMap(app -> said(app).stream()),
                        Pods.all(platform).stream()
                                .flatMap(pods -> pods.template().getSpec().getContainers().stream()
                                        .filter(container -> !told.contains(
                                                container(pods.placed().label(), container)))
                                        .flatMap(container -> guessed(pods, container).stream())))
                .toList();
    }

    private static String container(String owner, Container container) {
        return owner + " " + container.getName();
    }

    private static Optional<Problem> said(RunApp app) {
        return app.probe(Kind.LIVENESS)
                .flatMap(LivenessThatAsksTheDatabase::path)
                .filter(path -> app.contract().offers().databaseEndpoints().contains(RunApp.withoutQuery(path)))
                .map(path -> app.problem(
                        "K32",
                        "The livenessProbe of the %s asks `%s`, which fails while the database is away (%s): Kubernetes would kill all pods again and again, and none would help."
                                .formatted(app.object().label(), path, app.annotation("database-endpoints")),
                        Kind.LIVENESS.field(),
                        "ask what answers without the database: .withLivenessProbe(http(\"%s\"))"
                                .formatted(live(app))));
    }

    /** What the app itself proposes, unless that is no better. */
    private static String live(RunApp app) {
        var offers = app.contract().offers();
        return offers.probe(Kind.LIVENESS)
                .flatMap(probe -> probe.path())
                .filter(path -> !offers.databaseEndpoints().contains(path))
                .orElse("/live");
    }

    private static Optional<Problem> guessed(Pods pods, Container container) {
        return question(container.getLivenessProbe())
                .filter(live -> question(container.getReadinessProbe())
                        .filter(ready -> isSame(live, ready))
                        .isPresent())
                .flatMap(
                        live -> secret(container)
                                .map(
                                        secret -> new Problem(
                                                "K32",
                                                "The livenessProbe of the container `%s` of the %s asks the same as its readinessProbe (`%s`), and the container is given the Secret `%s`: while what that opens is away, Kubernetes would kill all pods again and again, and none would help."
                                                        .formatted(
                                                                container.getName(),
                                                                pods.placed().label(),
                                                                path(live),
                                                                secret),
                                                pods.placed().from().of(Kind.LIVENESS.field()),
                                                "ask what answers as long as the process does: .withLivenessProbe(http(\"/live\")); or let the app say which paths fail without the database (`app.groundplan.dev/database-endpoints`)")));
    }

    private static Optional<HTTPGetAction> question(@Nullable Probe probe) {
        return Optional.ofNullable(probe).map(Probe::getHttpGet);
    }

    private static Optional<String> path(Probe probe) {
        return question(probe).map(LivenessThatAsksTheDatabase::path);
    }

    private static String path(HTTPGetAction question) {
        return Objects.requireNonNullElse(question.getPath(), "/");
    }

    private static boolean isSame(HTTPGetAction live, HTTPGetAction ready) {
        return path(live).equals(path(ready)) && Objects.equals(live.getPort(), ready.getPort());
    }

    /** A Secret of the container's environment. */
    private static Optional<String> secret(Container container) {
        var single = container.getEnv().stream()
                .flatMap(variable -> Stream.ofNullable(variable.getValueFrom()))
                .flatMap(from -> Stream.ofNullable(from.getSecretKeyRef()))
                .map(reference -> reference.getName());
        var whole = container.getEnvFrom().stream()
                .flatMap(from -> Stream.ofNullable(from.getSecretRef()))
                .map(reference -> reference.getName());
        return Stream.concat(single, whole).filter(Objects::nonNull).findFirst();
    }
}
