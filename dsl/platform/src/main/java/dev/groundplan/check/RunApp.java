package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppContract;
import dev.groundplan.facts.AppProbe.Kind;
import dev.groundplan.facts.ContractOf;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An app with a contract, and the container that runs it. */
record RunApp(AppContract contract, Pods pods, Container container) {

    static List<RunApp> in(ExpandedPlatform platform) {
        return platform.facts(ContractOf.class).stream()
                .flatMap(fact -> of(platform, fact))
                .toList();
    }

    static Stream<RunApp> of(ExpandedPlatform platform, ContractOf fact) {
        return Pods.all(platform).stream()
                .filter(pods -> fact.name().equals(pods.object().getMetadata().getName())
                        && fact.namespace().equals(pods.namespace()))
                .flatMap(pods -> main(fact, pods.template()).stream()
                        .map(container -> new RunApp(fact.contract(), pods, container)));
    }

    /** The container that is called as the app, or else the first. */
    private static Optional<Container> main(ContractOf fact, PodTemplateSpec template) {
        var containers = template.getSpec().getContainers();
        return containers.stream()
                .filter(container -> fact.contract().app().equals(container.getName()))
                .findFirst()
                .or(() -> containers.stream().findFirst());
    }

    PlacedObject object() {
        return pods.placed();
    }

    PodSpec pod() {
        return pods.template().getSpec();
    }

    /** Whether the container has a variable of this name. */
    boolean gives(String variable) {
        return container.getEnv().stream().anyMatch(given -> variable.equals(given.getName()));
    }

    /** The probe of this kind, where the container has one. */
    Optional<Probe> probe(Kind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case STARTUP -> container.getStartupProbe();
                    case READINESS -> container.getReadinessProbe();
                    case LIVENESS -> container.getLivenessProbe();
                });
    }

    /** A path as an app says it. */
    static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** How a reader finds what the app says: the contract's file, and what in it. */
    String says(String what) {
        return "%s, %s".formatted(contract.source(), what);
    }

    /** How a reader finds what the app says in an annotation. */
    String annotation(String name) {
        return says("`app.groundplan.dev/" + name + "`");
    }

    /** A problem of this app, at the option that put {@code text} into its elements. */
    Problem problem(String id, String what, String text, String mend) {
        return new Problem(id, what, object().from().of(text), mend);
    }
}
