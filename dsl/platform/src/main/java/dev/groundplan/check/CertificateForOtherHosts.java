package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Finds Ingresses that serve a name by HTTPS for which their certificate does not hold. */
final class CertificateForOtherHosts implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var certificates = Certificates.of(platform);
        return IngressHost.all(platform)
                .filter(CertificateForOtherHosts::isHttps)
                .flatMap(host -> certificates.hostsFor(host).stream()
                        .filter(names -> names.stream().noneMatch(name -> covers(name, host.host())))
                        .map(names -> problem(host, names)))
                .toList();
    }

    private static boolean isHttps(IngressHost host) {
        return host.annotation("certificate-arn").isPresent()
                || host.annotation("listen-ports")
                        .filter(ports -> ports.contains("HTTPS"))
                        .isPresent();
    }

    /** A wildcard holds for one label. */
    private static boolean covers(String name, String host) {
        return name.equals(host) || (name.startsWith("*.") && name.substring(1).equals(fromFirstPoint(host)));
    }

    private static String fromFirstPoint(String host) {
        return host.substring(Math.max(0, host.indexOf('.')));
    }

    private static Problem problem(IngressHost host, SortedSet<String> names) {
        var found = names.isEmpty()
                ? "the platform has no certificate"
                : "its certificate holds for "
                        + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return new Problem(
                "T32",
                "The %s serves `%s` by HTTPS, and %s.".formatted(host.placed().label(), host.host(), found),
                host.place(),
                "add the name to a certificate, as in certificate(\"shop\", zone.host(\"test\")), or take one for"
                        + " zone.wildcard()");
    }
}
