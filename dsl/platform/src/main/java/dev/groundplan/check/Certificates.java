package dev.groundplan.check;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** The certificates of a platform: which names each is for, and which an Ingress means. */
final class Certificates {

    private final SequencedMap<Address, SortedSet<String>> hosts = new LinkedHashMap<>();
    private final SequencedMap<Address, Address> validated = new LinkedHashMap<>();
    private final SequencedMap<String, Expression<String>> variables = new LinkedHashMap<>();

    private Certificates() {}

    static Certificates of(ExpandedPlatform platform) {
        var certificates = new Certificates();
        for (var placed : platform.terraform()) {
            if (placed.element() instanceof Resource resource) {
                certificates.add(resource);
            }
        }
        platform.facts(ClusterVariable.class)
                .forEach(variable -> certificates.variables.put(variable.key(), variable.value()));
        return certificates;
    }

    /**
     * Returns the names of the certificates that an Ingress serves with, nothing where one of them is not the platform's: those
     * that it names, or, if it names none, whatever the load balancer controller finds.
     */
    Optional<SortedSet<String>> hostsFor(IngressHost ingress) {
        var named = ingress.annotation("certificate-arn");
        return named.isEmpty()
                ? Optional.of(union(hosts.sequencedValues().stream()))
                : allOrNothing(
                        Stream.of(named.get().split(",", -1)).map(this::hostsOf).toList());
    }

    private static Optional<SortedSet<String>> allOrNothing(List<Optional<SortedSet<String>>> certificates) {
        return certificates.stream().allMatch(Optional::isPresent)
                ? Optional.of(union(certificates.stream().flatMap(Optional::stream)))
                : Optional.empty();
    }

    private Optional<SortedSet<String>> hostsOf(String arn) {
        return ClusterVariable.REFERENCE
                .matcher(arn)
                .results()
                .findFirst()
                .map(Certificates::key)
                .flatMap(key -> Optional.ofNullable(variables.get(key)))
                .flatMap(value -> value.references().map(this::certificate).findFirst())
                .flatMap(certificate -> Optional.ofNullable(hosts.get(certificate)));
    }

    private Address certificate(Address referredTo) {
        return validated.getOrDefault(referredTo, referredTo);
    }

    private static String key(MatchResult reference) {
        return reference.group("key");
    }

    private void add(Resource resource) {
        var attributes = resource.body().attributes();
        switch (resource.address().type()) {
            case "aws_acm_certificate" -> {
                var names = new TreeSet<String>();
                Stream.of("domain_name", "subject_alternative_names")
                        .flatMap(name -> PlacedResource.texts(resource.body(), name))
                        .forEach(names::add);
                hosts.put(resource.address(), names);
            }
            case "aws_acm_certificate_validation" ->
                Stream.ofNullable(attributes.get("certificate_arn"))
                        .flatMap(Expression::references)
                        .forEach(certificate -> validated.put(resource.address(), certificate));
            default -> {}
        }
    }

    private static SortedSet<String> union(Stream<SortedSet<String>> sets) {
        var all = new TreeSet<String>();
        sets.forEach(all::addAll);
        return all;
    }
}
