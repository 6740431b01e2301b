package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Platform;
import dev.groundplan.terraform.Resource;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.junit.jupiter.api.Test;

/** One mistake is told once, and as what it is. */
class RefusalsTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));

    @Test
    void second_cluster_beside_manifests_is_refused() {
        var first = terraform("first", Resource.of("aws_eks_cluster", "first"));
        var second = terraform("second", Resource.of("aws_eks_cluster", "second"));
        var settings = objects(
                "settings",
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace("test")
                        .withName("settings")
                        .endMetadata()
                        .build());

        assertThatThrownBy(() -> render(first, second, settings)).message().isEqualTo("""
                error[X33] The platform has a second cluster, `aws_eks_cluster.second`, and all its manifests are kept in one `kubernetes/`, which is applied to `aws_eks_cluster.first` alone or to both: the first is from platform `shop` > terraform `first`   (RefusalsTest.java:%s).
                    at: platform `shop` > terraform `second`   (RefusalsTest.java:%s)
                    in: staging
                  mend: describe each cluster in an environment of its own, as in environment("staging-batch", account("111122223333"), region("eu-west-2"))
                   see: docs/checks/X33.md

                1 error, so nothing was written.""".formatted(
                        first.line().line(), second.line().line()));
        render(first, settings);
        render(first, second);
    }

    @Test
    void what_is_wrong_for_want_of_a_refused_part_is_not_told() {
        var refused = part("network", "main", site -> {
            throw new IllegalArgumentException("4 zones do not fit.");
        });
        var twice = terraform("one", Resource.of("aws_vpc", "main"));

        assertThatThrownBy(() -> render(refused, twice, terraform("two", Resource.of("aws_vpc", "main"))))
                .message()
                .startsWith("error[P04] 4 zones do not fit.")
                .doesNotContain("R01")
                .endsWith("1 error, so nothing was written.");
    }

    @Test
    void value_handed_over_twice_is_no_matter_of_names() {
        var network = terraform("network", Resource.of("aws_vpc", "main"));

        assertThatThrownBy(() -> render(network, network))
                .message()
                .contains("  mend: hand over one of them, and that as the last .withX(…) call returned it\n");
    }

    @Test
    void description_that_returns_null_is_told_what_to_return() {
        var groundplan = groundplan(environment -> nothing(), STAGING);

        assertThatThrownBy(groundplan::render).message().startsWith("""
                error: the description returned null: return a platform, as in return platform("shop", environment).with(…)
                """);
    }

    @Test
    void exception_without_a_message_shows_its_name_alone() {
        var groundplan = groundplan(
                environment -> {
                    throw new IllegalStateException();
                },
                STAGING);

        assertThatThrownBy(groundplan::render).message().startsWith("error: java.lang.IllegalStateException\n");
    }

    private static void render(Part... parts) {
        var tree = groundplan(environment -> platform("shop", environment).with(parts), STAGING)
                .render();
        assertThat(tree.texts()).isNotEmpty();
    }

    /** As code does that is compiled without checks of nulls. */
    @SuppressWarnings("NullAway")
    private static Platform nothing() {
        return null;
    }
}
