package dev.groundplan.inventory;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.inventory.Inventory.Section;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is reached from outside the cluster, by the rules of its Ingresses. */
final class Endpoints {

    private static final String ALB = "alb.ingress.kubernetes.io/";

    private Endpoints() {}

    static Optional<Section> of(ExpandedPlatform platform) {
        var rows =
                ObjectsOf.kind(platform, Ingress.class).flatMap(Endpoints::rows).toList();
        return Section.table("Endpoints", List.of("host", "path", "served by", "reached from", "certificate"), rows);
    }

    private static Stream<List<String>> rows(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .filter(rule -> rule.getHttp() != null)
                .flatMap(rule -> rule.getHttp().getPaths().stream().map(path -> row(ingress, rule, path)));
    }

    private static List<String> row(Ingress ingress, IngressRule rule, HTTPIngressPath path) {
        return List.of(
                Table.code(Objects.requireNonNullElse(rule.getHost(), "*")),
                Table.code(Objects.requireNonNullElse(path.getPath(), "/")),
                Table.code(ingress.getMetadata().getNamespace() + "/"
                        + path.getBackend().getService().getName()),
                annotation(ingress, "scheme").orElse("internal"),
                annotation(ingress, "certificate-arn").map(Table::code).orElse("found by host"));
    }

    /** A cluster variable as the file has it. */
    private static Optional<String> annotation(Ingress ingress, String name) {
        return Optional.ofNullable(ingress.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(ALB + name))
                .map(text -> ClusterVariable.REFERENCE.matcher(text).replaceAll("\\${${key}}"));
    }
}
