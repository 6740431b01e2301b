package dev.groundplan.flux;

import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.Site;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.ApplyOrder;
import dev.groundplan.facts.ApplyOrder.Dependency;
import dev.groundplan.facts.ApplyTime;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.kubernetes.flux.KustomizationBuilder;
import dev.groundplan.kubernetes.flux.KustomizationSpec;
import dev.groundplan.kubernetes.flux.kustomizationspec.DependsOn;
import dev.groundplan.kubernetes.flux.kustomizationspec.PostBuild;
import dev.groundplan.kubernetes.flux.kustomizationspec.SourceRef;
import dev.groundplan.kubernetes.flux.kustomizationspec.postbuild.SubstituteFrom;
import dev.groundplan.values.GoDuration;
import java.util.List;

/** The Kustomizations of one platform: one for each directory that is applied together. */
final class AppliedDirectories {

    /** What fetching, building and applying take besides waiting, and no less than this in all. */
    private static final GoDuration BESIDES = GoDuration.minutes(2);

    private static final GoDuration LEAST = GoDuration.minutes(5);

    private final Flux flux;
    private final Site site;
    private final ApplyOrder order;
    private final List<InPlace> objects;

    AppliedDirectories(Flux flux, Site site, ApplyOrder order, List<InPlace> objects) {
        this.flux = flux;
        this.site = site;
        this.order = order;
        this.objects = objects;
    }

    /** {@code controllers/external-dns} is {@code controllers-external-dns}. */
    static String name(Placement directory) {
        return directory.directory().replace('/', '-');
    }

    Kustomization kustomization(Placement directory, boolean hasVariables) {
        var spec = new KustomizationSpec();
        spec.setSourceRef(source());
        spec.setPath(flux.sync().path(site, directory.directory()));
        spec.setInterval(flux.interval(directory).toString());
        spec.setRetryInterval(flux.retryInterval().toString());
        spec.setTimeout(timeout(directory).toString());
        spec.setPrune(true);
        spec.setWait(true);
        spec.setPostBuild(postBuild(hasVariables));
        var others = order.dependencies(directory).stream()
                .map(AppliedDirectories::dependsOn)
                .toList();
        if (!others.isEmpty()) {
            spec.setDependsOn(others);
        }
        return new KustomizationBuilder()
                .withNewMetadata()
                .withNamespace(Flux.NAMESPACE)
                .withName(name(directory))
                .endMetadata()
                .withSpec(spec)
                .build();
    }

    private GoDuration timeout(Placement directory) {
        var inIt = objects.stream()
                .filter(in -> new AppliedByFlux(directory, "").covers(in.placement()))
                .map(InPlace::object)
                .toList();
        return ApplyTime.of(inIt).plus(BESIDES).orAtLeast(LEAST);
    }

    private static SourceRef source() {
        var source = new SourceRef();
        source.setKind(SourceRef.Kind.GITREPOSITORY);
        source.setName(Flux.NAMESPACE);
        return source;
    }

    private static DependsOn dependsOn(Dependency dependency) {
        var other = new DependsOn();
        other.setName(name(dependency.on()));
        return other;
    }

    /** Even without a variable Flux has to read the texts, since they are written for that. */
    private static PostBuild postBuild(boolean hasVariables) {
        var postBuild = new PostBuild();
        postBuild.setSubstituteStrategy(PostBuild.SubstituteStrategy.ALWAYS);
        if (hasVariables) {
            var variables = new SubstituteFrom();
            variables.setKind(SubstituteFrom.Kind.CONFIGMAP);
            variables.setName(ClusterVariables.CONFIG_MAP);
            postBuild.setSubstituteFrom(List.of(variables));
        }
        return postBuild;
    }
}
