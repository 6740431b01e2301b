package dev.groundplan.flux.bootstrap;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InRoot;
import dev.groundplan.describe.Root;
import dev.groundplan.files.JsonText;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.RootModule;
import dev.groundplan.values.ParameterName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FluxBootstrapTest {

    private static final String PLATFORM = "https://github.com/acme/platform";
    private static final String PATH = "./generated/staging/kubernetes/flux";

    @Test
    void a_public_repository_needs_no_secret() {
        var flux = FluxBootstrap.of("faceit-staging", new FluxSource(PLATFORM, "refs/heads/main", PATH));

        assertText(text(flux.elements(STAGING)), "flux-bootstrap.tf.json");
    }

    @Test
    void the_login_at_a_private_repository_is_in_no_plan_and_no_state() {
        var source = new FluxSource(PLATFORM, "refs/heads/main", PATH, Optional.of("flux-login"), "github");
        var flux = FluxBootstrap.of("faceit-staging", source)
                .withPullSecret(new PullSecret("flux-login", new ParameterName("/faceit/flux/login"), 2));

        assertText(text(flux.elements(STAGING)), "flux-bootstrap-private.tf.json");
    }

    @Test
    void all_of_it_is_in_one_root_module_that_holds() {
        var elements = FluxBootstrap.of("faceit-staging", new FluxSource(PLATFORM, "refs/heads/main", PATH))
                .elements(STAGING);

        assertThat(elements.terraform()).extracting(InRoot::root).containsOnly(Root.BOOTSTRAP);
        assertThat(module(elements).problems()).isEmpty();
    }

    @Test
    void revisions_of_a_secret_are_counted_from_one() {
        assertThatThrownBy(() -> new PullSecret("flux-login", new ParameterName("/faceit/flux/login"), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 is no revision of a secret: count from 1, and one more each time its value changes.");
    }

    private static String text(Elements elements) {
        return JsonText.of(module(elements).files().sequencedValues().getFirst());
    }

    private static RootModule module(Elements elements) {
        var declarations =
                elements.terraform().stream().map(InRoot::declaration).toArray(Declaration[]::new);
        return RootModule.of("bootstrap").with("flux", declarations);
    }
}
