package dev.groundplan.charts;

import dev.groundplan.kubernetes.flux.HelmReleaseBuilder;
import dev.groundplan.kubernetes.flux.HelmReleaseSpec;
import dev.groundplan.kubernetes.flux.HelmRepositoryBuilder;
import dev.groundplan.kubernetes.flux.OCIRepositoryBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRef;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRefBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.DriftDetection;
import dev.groundplan.kubernetes.flux.helmreleasespec.DriftDetectionBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.Install;
import dev.groundplan.kubernetes.flux.helmreleasespec.InstallBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.Upgrade;
import dev.groundplan.kubernetes.flux.helmreleasespec.UpgradeBuilder;
import dev.groundplan.kubernetes.flux.helmreleasespec.chart.spec.SourceRef;
import dev.groundplan.kubernetes.flux.ocirepositoryspec.LayerSelector;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;

/** The objects by which Flux installs a chart: where it comes from, and how. */
final class ReleaseObjects {

    private static final String INTERVAL = "1h";
    private static final String RETRY_INTERVAL = "2m";
    private static final String CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

    /** Each past release is a Secret; these many can be rolled back to. */
    private static final int MAX_HISTORY = 3;

    private final HelmRelease release;
    private final Chart chart;

    ReleaseObjects(HelmRelease release) {
        this.release = release;
        this.chart = release.chart();
    }

    List<HasMetadata> all() {
        return List.of(source(), release());
    }

    private HasMetadata source() {
        return chart.repository().isRegistry() ? inRegistry() : inRepository();
    }

    private HasMetadata inRepository() {
        return new HelmRepositoryBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withInterval(INTERVAL)
                .withUrl(chart.repository().address())
                .endSpec()
                .build();
    }

    private HasMetadata inRegistry() {
        return new OCIRepositoryBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withInterval(INTERVAL)
                .withUrl(chart.repository().chart(chart.name()))
                .withNewRef()
                .withTag(chart.version())
                .endRef()
                .withNewLayerSelector()
                .withMediaType(CHART_LAYER)
                .withOperation(LayerSelector.Operation.COPY)
                .endLayerSelector()
                .endSpec()
                .build();
    }

    private HasMetadata release() {
        var spec = new HelmReleaseSpec();
        spec.setReleaseName(release.name());
        spec.setInterval(INTERVAL);
        spec.setTimeout(release.timeout().count() + "s");
        spec.setMaxHistory(MAX_HISTORY);
        spec.setInstall(install());
        spec.setUpgrade(upgrade());
        spec.setDriftDetection(drift());
        nameChart(spec);
        if (!release.values().tree().isEmpty()) {
            spec.setValues(new AnyType(release.values().tree()));
        }
        return new HelmReleaseBuilder().withMetadata(metadata()).withSpec(spec).build();
    }

    private void nameChart(HelmReleaseSpec spec) {
        if (chart.repository().isRegistry()) {
            spec.setChartRef(new ChartRefBuilder()
                    .withKind(ChartRef.Kind.OCIREPOSITORY)
                    .withName(release.name())
                    .build());
        } else {
            spec.setChart(new ChartBuilder()
                    .withNewSpec()
                    .withChart(chart.name())
                    .withVersion(chart.version())
                    .withInterval(INTERVAL)
                    .withNewSourceRef()
                    .withKind(SourceRef.Kind.HELMREPOSITORY)
                    .withName(release.name())
                    .endSourceRef()
                    .endSpec()
                    .build());
        }
    }

    private static Install install() {
        return new InstallBuilder()
                .withCrds(Install.Crds.CREATEREPLACE)
                .withNewStrategy()
                .withName(dev.groundplan.kubernetes.flux.helmreleasespec.install.Strategy.Name.RETRYONFAILURE)
                .withRetryInterval(RETRY_INTERVAL)
                .endStrategy()
                .build();
    }

    private static Upgrade upgrade() {
        return new UpgradeBuilder()
                .withCrds(Upgrade.Crds.CREATEREPLACE)
                .withNewStrategy()
                .withName(dev.groundplan.kubernetes.flux.helmreleasespec.upgrade.Strategy.Name.RETRYONFAILURE)
                .withRetryInterval(RETRY_INTERVAL)
                .endStrategy()
                .build();
    }

    private DriftDetection drift() {
        var builder = new DriftDetectionBuilder().withMode(DriftDetection.Mode.ENABLED);
        return release.isScaledByOthers()
                ? builder.addNewIgnore()
                        .withPaths("/spec/replicas")
                        .withNewTarget()
                        .withKind("Deployment")
                        .endTarget()
                        .endIgnore()
                        .build()
                : builder.build();
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(release.name())
                .withNamespace(release.namespace().name())
                .build();
    }
}
