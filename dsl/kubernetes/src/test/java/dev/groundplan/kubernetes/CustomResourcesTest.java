package dev.groundplan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.kubernetes.flux.HelmReleaseBuilder;
import dev.groundplan.kubernetes.flux.HelmReleaseSpec;
import dev.groundplan.kubernetes.flux.helmreleasespec.ChartRef;
import dev.groundplan.kubernetes.flux.helmreleasespec.Upgrade;
import io.fabric8.kubernetes.api.model.AnyType;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomResourcesTest {

    @Test
    void a_chart_keeps_its_values_as_they_are_said() {
        var values = new LinkedHashMap<String, Object>();
        values.put("replicaCount", 2);
        values.put("args", List.of("--zone=public"));
        values.put("affinity", null);
        values.put("enabled", true);
        var spec = new HelmReleaseSpec();
        spec.setInterval("60m");
        spec.setChartRef(chart());
        spec.setUpgrade(new Upgrade());
        spec.getUpgrade().setCrds(Upgrade.Crds.CREATEREPLACE);
        spec.setValues(new AnyType(values));
        var release = new HelmReleaseBuilder()
                .withNewMetadata()
                .withName("external-dns")
                .withNamespace("external-dns")
                .endMetadata()
                .withSpec(spec)
                .build();

        assertThat(ManifestText.of(release)).isEqualTo("""
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata:
                  name: external-dns
                  namespace: external-dns
                spec:
                  chartRef:
                    kind: OCIRepository
                    name: external-dns
                  interval: 60m
                  upgrade:
                    crds: CreateReplace
                  values:
                    affinity: null
                    args:
                    - --zone=public
                    enabled: true
                    replicaCount: 2
                """);
    }

    /** The generator of the builders writes these anew: without the rest of fabric8's methods, and before them in the class path. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ContainerFluent", "ContainerBuilder", "ObjectMetaFluent", "VolumeBuilder", "EnvVarBuilder"})
    void the_builders_of_fabric8_are_there_once(String type) throws IOException {
        var loader = CustomResourcesTest.class.getClassLoader();
        var copies = Collections.list(loader.getResources("io/fabric8/kubernetes/api/model/" + type + ".class"));

        assertThat(copies)
                .hasSize(1)
                .allSatisfy(copy -> assertThat(copy.toString()).contains("kubernetes-model-core"));
    }

    private static ChartRef chart() {
        var chart = new ChartRef();
        chart.setKind(ChartRef.Kind.OCIREPOSITORY);
        chart.setName("external-dns");
        return chart;
    }
}
