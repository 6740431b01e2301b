package dev.groundplan.terraform.helm;

import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.Body;
import org.junit.jupiter.api.Test;

class HelmBindingsTest {

    @Test
    void a_release_is_described_and_referred_to() {
        var release = HelmRelease.of("operator", text("flux-operator"), text("flux-operator"))
                .withNamespace("flux-system")
                .withWait(true);

        assertThat(release.element().body())
                .isEqualTo(Body.empty()
                        .with("chart", "flux-operator")
                        .with("name", "flux-operator")
                        .with("namespace", "flux-system")
                        .with("wait", true));
        assertThat(release.status()).hasToString("helm_release.operator.status");
    }

    @Test
    void values_that_are_written_only_cannot_be_read() {
        var release = HelmSchema.schema().resources().get("helm_release");

        assertThat(release.attributes().get("set_wo").writeOnly()).isTrue();
        assertThat(release.attributes().get("repository_password").sensitive()).isTrue();
    }

    @Test
    void a_body_is_compared_with_the_schema() {
        assertThatThrownBy(() -> {
                    var unused = HelmSchema.resource(
                            "helm_release", "x", Body.empty().with("name", "x").with("chrat", "x"));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        `helm_release.x` does not fit hashicorp/helm 3.1.1:
                          `chrat` is not known. Did you mean `chart`?
                          `chart` is required and missing: write .with("chart", …).""");
        assertThat(HelmSchema.dataSource(
                                "helm_template",
                                "x",
                                Body.empty().with("chart", "x").with("name", "x"))
                        .address())
                .hasToString("data.helm_template.x");
    }
}
