package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * external-dns: a record in Route 53 for each host of an Ingress.
 *
 * <p>Renders to a {@code HelmRelease} in the namespace {@code external-dns} and a role that may change records of the given
 * zones and no others. It changes only records that it made itself, which it knows by a TXT record beside each with the name
 * of the cluster in it. The hosts come from {@code spec.rules} of Ingresses: no annotation is needed.
 *
 * @see <a href="https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/">external-dns on AWS</a>
 */
public final class ExternalDns extends Controller {

    private static final String NAME = "external-dns";
    private static final String VERSION = "1.21.1";
    private static final String APP_VERSION = "0.21.0";

    private List<PartReference> toZones = List.of();
    private List<HostedZone> zones = List.of();
    private boolean isDeleting;

    private ExternalDns(EksCluster cluster) {
        super(NAME, cluster);
    }

    private ExternalDns(ExternalDns dns) {
        super(dns);
        toZones = dns.toZones;
        zones = dns.zones;
        isDeleting = dns.isDeleting;
    }

    /** Returns the external-dns of this cluster, which keeps records in this zone; it deletes none. */
    public static ExternalDns externalDns(EksCluster cluster, HostedZone zone) {
        return new ExternalDns(cluster).withZone(zone);
    }

    /**
     * Returns this external-dns keeping records in one more zone.
     *
     * @throws IllegalArgumentException if it has the zone already
     */
    public ExternalDns withZone(HostedZone zone) {
        if (zones.stream().anyMatch(other -> other.id().equals(zone.id()))) {
            throw new IllegalArgumentException("external-dns has the %s already: leave one out.".formatted(zone.id()));
        }
        var copy = new ExternalDns(this);
        copy.zones = plus(zones, zone);
        copy.toZones = plus(toZones, PartReference.to(zone, "zone"));
        return copy;
    }

    /**
     * Returns this external-dns deleting its records when their Ingress is gone; without this call they stay. Renders to
     * {@code policy: sync} instead of {@code upsert-only}.
     */
    public ExternalDns deletingRecords() {
        var copy = new ExternalDns(this);
        copy.isDeleting = true;
        return copy;
    }

    /** Returns this external-dns with further values of its chart; of two for one key this one counts. */
    public ExternalDns withValues(ChartValues more) {
        var copy = new ExternalDns(this);
        copy.values = values.and(more);
        return copy;
    }

    @Override
    public List<PartReference> references() {
        return Stream.concat(toZones.stream(), super.references().stream()).toList();
    }

    @Override
    public Elements expand(Site site) {
        var elements = identity().elements(site).and(super.expand(site));
        for (var zone : zones) {
            elements = elements.with(new Connection(id(), zone.id(), "records"));
        }
        return elements;
    }

    @Override
    HelmRelease release(Site site) {
        return release(chart("https://kubernetes-sigs.github.io/external-dns/", VERSION), namespace())
                .withValues(values(site))
                .withValues(identity().serviceAccount(site, "serviceAccount"));
    }

    private ControllerIdentity identity() {
        var rights = Rights.of(NAME, APP_VERSION)
                .on("zones", zones.stream().map(HostedZone::arn).toList());
        return ControllerIdentity.of(NAME, namespace(), rights);
    }

    private Namespace namespace() {
        return cluster.namespace(NAME);
    }

    private ChartValues values(Site site) {
        return chartValues()
                .with("provider.name", "aws")
                .with("policy", isDeleting ? "sync" : "upsert-only")
                .with("registry", "txt")
                .with("txtOwnerId", cluster.name(site))
                // Below the record, not beside it: what stands beside a zone's own name is outside of the zone.
                .with("txtPrefix", "external-dns-%{record_type}.")
                .withTexts(
                        "domainFilters",
                        zones.stream().map(zone -> zone.domain().text()).toList())
                .withTexts("sources", List.of("ingress"))
                .withTexts("extraArgs", List.of("--aws-zone-type=public"))
                .withMaps("env", region(site))
                .with("triggerLoopOnEvent", true)
                .with("logFormat", "json")
                .with("resources", Resources.of("50m", "128Mi"));
    }

    private static ChartValues region(Site site) {
        return chartValues()
                .with("name", "AWS_DEFAULT_REGION")
                .with("value", site.region().code());
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
