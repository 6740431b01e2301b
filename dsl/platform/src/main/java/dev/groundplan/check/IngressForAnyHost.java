package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Ingresses that answer to any name, or whose name in DNS is another than the one they answer to. */
final class IngressForAnyHost implements ElementsCheck {

    private static final List<String> NAMES =
            List.of("external-dns.alpha.kubernetes.io/hostname", "external-dns.kubernetes.io/hostname");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof Ingress ingress && ingress.getSpec() != null) {
                problem(placed, ingress).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> problem(PlacedObject placed, Ingress ingress) {
        var rules = ingress.getSpec().getRules();
        var hosts = rules.stream()
                .map(IngressRule::getHost)
                .filter(Objects::nonNull)
                .filter(host -> !host.isEmpty())
                .toList();
        if (hosts.size() < rules.size() || rules.isEmpty()) {
            return Optional.of(
                    problem(
                            placed,
                            "The %s has a rule without a host, so it answers to any name.".formatted(placed.label()),
                            "name the host in each rule; a workload's has it: .exposedAt(at(zone.host(\"test\"), certificate))"));
        }
        return named(ingress)
                .filter(name -> !hosts.contains(name))
                .findFirst()
                .map(name -> problem(
                        placed,
                        "The %s gets the name `%s` in DNS, and answers to %s only."
                                .formatted(placed.label(), name, String.join(", ", quoted(hosts))),
                        "leave the annotation of external-dns out: it takes the names of the rules"));
    }

    private static Stream<String> named(Ingress ingress) {
        var annotations = ingress.getMetadata().getAnnotations();
        return annotations == null
                ? Stream.empty()
                : NAMES.stream()
                        .map(annotations::get)
                        .filter(Objects::nonNull)
                        .flatMap(names -> Stream.of(names.split(",", -1)))
                        .map(String::strip);
    }

    private static List<String> quoted(List<String> hosts) {
        return hosts.stream().map(host -> "`" + host + "`").toList();
    }

    private static Problem problem(PlacedObject placed, String what, String mend) {
        return new Problem("K27", what, placed.from().place(), mend);
    }
}
