package dev.groundplan.workload;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.workload.Fixture.IMAGE;
import static dev.groundplan.workload.Fixture.NAMESPACE;
import static dev.groundplan.workload.RdsCertificates.rdsCertificates;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundplan.Rendered;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.values.Name;
import io.fabric8.kubernetes.api.model.ConfigMap;
import org.junit.jupiter.api.Test;

class RdsCertificatesTest {

    private static final RdsCertificates CERTIFICATES = rdsCertificates(NAMESPACE);

    @Test
    void certificates_are_read_from_aws_by_terraform() {
        assertText(Rendered.on(STAGING, CERTIFICATES).text(), "rds-certificates.tf.json");
    }

    @Test
    void certificates_reach_the_cluster_in_one_line() {
        var elements = CERTIFICATES.expand(STAGING);
        var variable = elements.facts(ClusterVariable.class).getFirst();

        assertThat(variable.value()).hasToString("base64encode(data.http.rds_certificates_test.response_body)");
        assertThat(elements.kubernetes())
                .extracting(InPlace::object)
                .singleElement()
                .isInstanceOfSatisfying(ConfigMap.class, map -> {
                    assertThat(map.getMetadata().getName()).isEqualTo("rds-certificates");
                    assertThat(map.getMetadata().getNamespace()).isEqualTo("test");
                    assertThat(map.getBinaryData())
                            .containsOnlyKeys("global-bundle.pem")
                            .containsValue(variable.reference());
                });
    }

    @Test
    void workload_that_mounts_them_refers_to_them() {
        var workload = workload("test-app", IMAGE, NAMESPACE).withVolume("/etc/ssl/rds", CERTIFICATES.volume());

        assertThat(workload.references())
                .extracting(PartReference::to, PartReference::as)
                .contains(tuple(CERTIFICATES, "volume `rds-certificates`"));
    }

    @Test
    void region_of_another_partition_is_refused() {
        var china = new Site(new Name("faceit"), environment("staging", account("111122223333"), region("cn-north-1")));

        assertThatThrownBy(() -> CERTIFICATES.expand(china))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "AWS keeps the certificates of cn-north-1 elsewhere than those of other regions: keep the file yourself, and mount it with .withConfigFile(\"/etc/ssl/rds/global-bundle.pem\", text).");
    }
}
