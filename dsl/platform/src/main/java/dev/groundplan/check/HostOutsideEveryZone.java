package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.DnsZone;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds names of Ingresses that no zone of the platform has; a platform without zones keeps its names elsewhere. */
final class HostOutsideEveryZone implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var domains = domains(platform);
        if (domains.isEmpty()) {
            return List.of();
        }
        return IngressHost.all(platform)
                .filter(host -> domains.stream().noneMatch(host::isWithin))
                .map(host -> problem(host, domains))
                .toList();
    }

    private static SortedSet<String> domains(ExpandedPlatform platform) {
        var domains = new TreeSet<String>();
        platform.facts(DnsZone.class).forEach(zone -> domains.add(zone.domain().text()));
        for (var placed : platform.terraform()) {
            if (placed.element() instanceof Resource resource
                    && resource.address().type().equals("aws_route53_zone")
                    && resource.body().attributes().get("name") instanceof TextLiteral name) {
                domains.add(name.value());
            }
        }
        return domains;
    }

    private static Problem problem(IngressHost host, SortedSet<String> domains) {
        return new Problem(
                "X16",
                "The %s serves `%s`, and no zone of the platform has this name: it has %s."
                        .formatted(
                                host.placed().label(),
                                host.host(),
                                domains.stream()
                                        .map(domain -> "`" + domain + "`")
                                        .collect(Collectors.joining(", "))),
                host.place(),
                "take the name from a zone, as in zone.host(\"test\"), or add its zone: hostedZone(\"shop\", host(\"…\"))");
    }
}
