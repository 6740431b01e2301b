package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds load balancers that ask pods another path than Kubernetes does, so that the two disagree about who serves. */
final class HealthCheckOfAnotherPath implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var balancer : Balancer.all(platform)) {
            balancer.pods(platform).forEach(pods -> problem(balancer, pods).ifPresent(problems::add));
        }
        return problems;
    }

    private static Optional<Problem> problem(Balancer balancer, Pods pods) {
        var asked = balancer.say("healthcheck-path").orElse("/");
        var ready = readiness(pods);
        if (ready.isEmpty()) {
            return Optional.of(balancer.problem(
                    "K31",
                    "The %s sends requests to the %s, whose pods have no readiness probe over HTTP: they get some before they can answer."
                            .formatted(balancer.placed().label(), pods.placed().label()),
                    "say what to ask, as in .withReadinessProbe(http(\"/health\"))"));
        }
        return ready.filter(asked::equals).isPresent()
                ? Optional.empty()
                : Optional.of(balancer.problem(
                        "K31",
                        "The load balancer of the %s asks `%s` whether a pod serves, and Kubernetes asks `%s`."
                                .formatted(balancer.placed().label(), asked, ready.get()),
                        "`alb.ingress.kubernetes.io/healthcheck-path: %s`".formatted(ready.get())));
    }

    private static Optional<String> readiness(Pods pods) {
        return pods.template().getSpec().getContainers().stream()
                .map(Container::getReadinessProbe)
                .filter(Objects::nonNull)
                .filter(probe -> probe.getHttpGet() != null)
                .map(probe -> Objects.requireNonNullElse(probe.getHttpGet().getPath(), "/"))
                .findFirst();
    }
}
