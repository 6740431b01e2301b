package dev.groundplan.dns;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.facts.DnsZone;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.HostName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A certificate of AWS Certificate Manager in the platform's region, where its load balancers are.
 *
 * <p>Renders to {@code aws_acm_certificate}, which is made anew before the old one goes, to one {@code aws_route53_record} for
 * each name that proves to AWS whose it is (a name and its wildcard share one), and to {@code aws_acm_certificate_validation},
 * which waits until the certificate is issued. The records go into the zones that the platform has: a name in none of them is
 * refused.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">AWS: validation by DNS</a>
 */
public final class Certificate implements Part {

    /** What the common name of a certificate holds (RFC 5280). */
    private static final int LONGEST_FIRST = 64;

    /** What AWS issues at most; the quota of an account begins at 10. */
    private static final int MOST_HOSTS = 100;

    private final PartId id;
    private final SourceLine line;
    private final List<HostName> hosts;

    private Certificate(PartId id, SourceLine line, List<HostName> hosts) {
        this.id = id;
        this.line = line;
        this.hosts = List.copyOf(hosts);
    }

    /**
     * Returns a certificate for these names.
     *
     * @param name what it is called
     * @param host such as {@code zone.host("test")} or {@code zone.wildcard()}, at most 64 characters; renders to
     *     {@code domain_name}
     * @param more further ones; render to {@code subject_alternative_names}
     * @throws IllegalArgumentException if the first name is too long, one comes twice, or there are more than 100
     */
    public static Certificate certificate(String name, HostName host, HostName... more) {
        var hosts = Stream.concat(Stream.of(host), Stream.of(more)).toList();
        refuseLongFirst(host);
        refuseTwice(name, hosts);
        refuseTooMany(name, hosts);
        return new Certificate(PartId.of("certificate", name), SourceLine.here(), hosts);
    }

    /** Returns the names that it is for. */
    public List<HostName> hosts() {
        return hosts;
    }

    /** Returns whether it holds for {@code host}; {@link HostName#covers} says what a wildcard holds for. */
    public boolean covers(HostName host) {
        return hosts.stream().anyMatch(own -> own.covers(host));
    }

    /** Refers to the certificate's ARN, known once it is issued: what takes it waits for that. */
    public Expression<String> arn() {
        return elements().validation().certificateArn();
    }

    /** Returns the ARN for objects in the cluster, under the key {@code certificate_<name>_arn}. */
    public ClusterVariable arnVariable() {
        return new ClusterVariable(elements().address() + "_arn", arn());
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
        return Elements.none().with(Root.INFRA, elements().certificate(site));
    }

    /** The records that prove whose the names are: their zones may be any part's. */
    @Override
    public Elements complete(Site site, Elements all) {
        var zones = all.facts(DnsZone.class);
        SequencedMap<String, Expression<String>> zoneIds = new LinkedHashMap<>();
        oneOfEachRecord()
                .forEach(host -> zoneIds.put(host.text(), zone(host, zones).id()));
        return Elements.none().with(Root.INFRA, elements().proof(zoneIds));
    }

    /** AWS asks for the same record for a name and for its wildcard. */
    private Collection<HostName> oneOfEachRecord() {
        SequencedMap<HostName, HostName> hostOfRecord = new LinkedHashMap<>();
        hosts.forEach(host -> hostOfRecord.putIfAbsent(host.withoutWildcard(), host));
        return hostOfRecord.sequencedValues();
    }

    private CertificateElements elements() {
        return new CertificateElements(id, hosts);
    }

    /** The one that answers for the name: the longest domain that it is within. */
    private DnsZone zone(HostName host, List<DnsZone> zones) {
        return zones.stream()
                .filter(zone -> host.withoutWildcard().isWithin(zone.domain()))
                .reduce((one, other) -> one.domain().isWithin(other.domain()) ? one : other)
                .orElseThrow(() -> new IllegalArgumentException(
                        ("The certificate `%s` is for `%s`, and no zone of the platform has this name, so nobody could prove whose"
                                        + " it is: take names from a zone, as in zone.host(\"test\"), and add the zone to the"
                                        + " platform.")
                                .formatted(id.name(), host)));
    }

    private static void refuseLongFirst(HostName host) {
        if (host.text().length() > LONGEST_FIRST) {
            throw new IllegalArgumentException(
                    ("`%s` is %s characters long, and the first name of a certificate has at most %s: name a shorter one"
                                    + " first, as in certificate(\"shop\", zone.domain(), …).")
                            .formatted(host, host.text().length(), LONGEST_FIRST));
        }
    }

    private static void refuseTwice(String name, List<HostName> hosts) {
        var seen = new LinkedHashSet<HostName>();
        for (var host : hosts) {
            if (!seen.add(host)) {
                throw new IllegalArgumentException(
                        "The certificate `%s` is for `%s` twice: leave one out.".formatted(name, host));
            }
        }
    }

    private static void refuseTooMany(String name, List<HostName> hosts) {
        if (hosts.size() > MOST_HOSTS) {
            throw new IllegalArgumentException(
                    "The certificate `%s` is for %s names, and AWS issues none for more than %s: take a wildcard, as in zone.wildcard(), or make two."
                            .formatted(name, hosts.size(), MOST_HOSTS));
        }
    }
}
