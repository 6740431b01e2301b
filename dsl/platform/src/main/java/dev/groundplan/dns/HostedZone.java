package dev.groundplan.dns;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.facts.DnsZone;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Output;
import dev.groundplan.terraform.aws.AwsRoute53Zone;
import dev.groundplan.values.HostName;

/**
 * A public zone of Route 53: the names of one domain, for the whole Internet.
 *
 * <p>Renders to {@code aws_route53_zone} and to the output {@code hosted_zone_<name>_name_servers}. Nobody finds the zone before
 * the zone above it names these servers: that is set once, by hand, wherever the domain above is kept, and certificates are
 * not issued before. Outside of production the zone may be destroyed with the records that controllers wrote into it
 * ({@code force_destroy}).
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-routing-traffic-for-subdomains.html">AWS:
 *     delegating a subdomain</a>
 */
public final class HostedZone implements Part {

    private final PartId id;
    private final SourceLine line;
    private final HostName domain;

    private HostedZone(PartId id, SourceLine line, HostName domain) {
        this.id = id;
        this.line = line;
        this.domain = domain;
    }

    /**
     * Returns the zone of this domain.
     *
     * @param name what it is called
     * @param domain such as {@code faceit.example.com}, another one in each environment; renders to
     *     {@code aws_route53_zone.name}
     * @throws IllegalArgumentException if the domain begins with {@code *}
     */
    public static HostedZone hostedZone(String name, HostName domain) {
        if (domain.isWildcard()) {
            throw new IllegalArgumentException(
                    "`%s` is no domain of a zone: leave the `*` out, as in hostedZone(\"%s\", host(\"%s\"))."
                            .formatted(domain, name, domain.withoutWildcard()));
        }
        return new HostedZone(PartId.of("hosted-zone", name), SourceLine.here(), domain);
    }

    /**
     * Returns a name of this zone.
     *
     * @param labels what comes before the zone's domain, such as {@code test} or {@code api.test}
     * @throws IllegalArgumentException if the two together are no {@link HostName}
     */
    public HostName host(String labels) {
        return domain.child(labels);
    }

    /** Returns all names one label below the zone's domain, {@code *.<domain>}: certificates take it. */
    public HostName wildcard() {
        return domain.child("*");
    }

    /** Returns the zone's domain, a name of the zone as well. */
    public HostName domain() {
        return domain;
    }

    /** Refers to the zone's id, known once Terraform has applied; {@code aws_route53_record.zone_id} takes it. */
    public Expression<String> zoneId() {
        return zone().zoneId();
    }

    /** Refers to the zone's ARN, known once Terraform has applied; policies of who writes records take it. */
    public Expression<String> arn() {
        return zone().arn();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        var zone = zone().withComment("The " + site.prefix() + " zone " + id.name());
        var servers = Output.of(address() + "_name_servers", zone.nameServers())
                .withDescription("Set these as the NS records of " + domain + " in the zone above it, by hand, once.");
        return Elements.none()
                .with(Root.INFRA, site.isProduction() ? zone : zone.withForceDestroy(true), servers)
                .with(new DnsZone(domain, zoneId()))
                .withDetail(domain.text(), new Elements.SourceDetail("domain `" + domain + "`", line));
    }

    private AwsRoute53Zone zone() {
        return AwsRoute53Zone.of(address(), text(domain.text()));
    }

    private String address() {
        return "hosted_zone_" + id.name().identifier();
    }
}
