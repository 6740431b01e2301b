package dev.groundplan.charts;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.Namespace;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Need;
import dev.groundplan.facts.Offer;
import dev.groundplan.values.Seconds;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart that Flux installs and keeps as it is described.
 *
 * <p>Renders to a {@code HelmRelease} with a source of its own ({@code HelmRepository}, or {@code OCIRepository} for a chart in
 * a registry) and its namespace, all in {@code controllers/<name>}. An install or upgrade that fails is tried again, the
 * definitions of custom resources follow the chart's version, and what somebody changes by hand is changed back.
 *
 * <p>What the chart installs (definitions, aggregated APIs, controllers) is known from its {@link Chart#facts}, and so are its
 * values: one that the chart does not document is refused (G12). For a chart without facts say what it brings by
 * {@link #offering}.
 *
 * @see <a href="https://fluxcd.io/flux/components/helm/helmreleases/">Flux: HelmRelease</a>
 */
public final class HelmRelease implements Part {

    /** Kubernetes or EKS makes these. */
    private static final List<String> NOT_OURS = List.of("default", "kube-node-lease", "kube-public", "kube-system");

    private static final Seconds TIMEOUT = new Seconds(600);

    private final PartId id;
    private final SourceLine line;
    private final Chart chart;
    private final Namespace namespace;
    private ChartValues values = ChartValues.chartValues();
    private Seconds timeout = TIMEOUT;
    private boolean isNamespaceOurs;
    private boolean isScaledByOthers;
    private List<Capability> offers = List.of();
    private List<Capability> needs = List.of();

    private HelmRelease(PartId id, SourceLine line, Chart chart, Namespace namespace) {
        this.id = id;
        this.line = line;
        this.chart = chart;
        this.namespace = namespace;
        this.isNamespaceOurs = !NOT_OURS.contains(namespace.name());
    }

    private HelmRelease(HelmRelease release) {
        this(release.id, release.line, release.chart, release.namespace);
        values = release.values;
        timeout = release.timeout;
        isNamespaceOurs = release.isNamespaceOurs;
        isScaledByOthers = release.isScaledByOthers;
        offers = release.offers;
        needs = release.needs;
    }

    /**
     * Returns a chart installed with its own defaults.
     *
     * @param name what the release is called; renders to {@code metadata.name} and {@code spec.releaseName}, from which charts
     *     make the names of their objects
     * @param chart what is installed
     * @param namespace where it is installed, {@code cluster.namespace("podinfo")}; the release renders it, so it is not handed
     *     to the platform besides. {@code kube-system} and the others that come with a cluster are left to it
     */
    public static HelmRelease helmRelease(String name, Chart chart, Namespace namespace) {
        return new HelmRelease(PartId.of("helm-release", name), SourceLine.here(), chart, namespace);
    }

    /** Returns this release with more values; of two for one key the later counts. */
    public HelmRelease withValues(ChartValues more) {
        var copy = new HelmRelease(this);
        copy.values = values.and(more);
        return copy;
    }

    /**
     * Returns this release with more time to become ready; without this call 600 s. Renders to {@code spec.timeout}.
     *
     * @throws IllegalArgumentException if it is less than a minute
     */
    public HelmRelease withTimeout(Seconds most) {
        if (most.count() < 60) {
            throw new IllegalArgumentException(
                    "The release `%s` can't be ready within %s: images are pulled first. Give it a minute or more, as in withTimeout(seconds(600))."
                            .formatted(id.name(), most));
        }
        var copy = new HelmRelease(this);
        copy.timeout = most;
        return copy;
    }

    /**
     * Returns this release in a namespace that something else makes: a part of the platform that is applied before it, such as
     * another release.
     */
    public HelmRelease withExistingNamespace() {
        var copy = new HelmRelease(this);
        copy.isNamespaceOurs = false;
        return copy;
    }

    /**
     * Returns this release with Deployments whose number of pods an autoscaler changes; renders to a rule in
     * {@code spec.driftDetection.ignore} for {@code /spec/replicas}, without which Flux would set it back.
     */
    public HelmRelease withAutoscaledDeployments() {
        var copy = new HelmRelease(this);
        copy.isScaledByOthers = true;
        return copy;
    }

    /** Returns this release bringing more than its chart's facts say: what needs it is applied after it. */
    public HelmRelease offering(Capability... more) {
        var copy = new HelmRelease(this);
        copy.offers = plus(offers, more);
        return copy;
    }

    /** Returns this release needing something in the cluster first: it is applied after what offers that. */
    public HelmRelease needing(Capability... more) {
        var copy = new HelmRelease(this);
        copy.needs = plus(needs, more);
        return copy;
    }

    /** Returns the name of the release. */
    public String name() {
        return id.name().text();
    }

    /** Returns the namespace that it is installed in. */
    public Namespace namespace() {
        return namespace;
    }

    /** Returns where its objects are. */
    public Placement placement() {
        return Layer.CONTROLLERS.directory(id.name());
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
    public List<PartReference> references() {
        return namespace.references();
    }

    @Override
    public Elements expand(Site site) {
        var elements = Elements.none();
        if (isNamespaceOurs) {
            for (var in : namespace.expand(site).kubernetes()) {
                elements = elements.with(placement(), in.object());
            }
        }
        elements = elements.with(placement(), new ReleaseObjects(this).all());
        for (var offer : allOffers()) {
            elements = elements.with(new Offer(placement(), offer));
        }
        for (var need : allNeeds()) {
            elements = elements.with(new Need(placement(), need));
        }
        return chart.facts().isPresent() ? elements.with(chart.facts().get()) : elements;
    }

    Chart chart() {
        return chart;
    }

    ChartValues values() {
        return values;
    }

    Seconds timeout() {
        return timeout;
    }

    boolean isScaledByOthers() {
        return isScaledByOthers;
    }

    private List<Capability> allOffers() {
        var all = new ArrayList<Capability>();
        chart.facts().ifPresent(facts -> {
            facts.definitions().forEach(definitions -> all.add(Capability.definitions(definitions.group())));
            facts.apis().forEach(api -> all.add(Capability.api(api)));
            facts.controllers().forEach(controller -> all.add(Capability.controller(controller)));
        });
        all.addAll(offers);
        return all;
    }

    /** What a chart monitors by, when its values ask for it, is defined by the Prometheus operator. */
    private List<Capability> allNeeds() {
        boolean isMonitored = chart.facts()
                .flatMap(facts -> facts.monitors())
                .map(path -> values.at(path).filter(Boolean.TRUE::equals).isPresent())
                .orElse(false);
        return isMonitored ? plus(needs, Capability.definitions("monitoring.coreos.com")) : needs;
    }

    private static List<Capability> plus(List<Capability> list, Capability... more) {
        var longer = new ArrayList<>(list);
        longer.addAll(List.of(more));
        return List.copyOf(longer);
    }
}
