package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.Groundplan;
import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Description;
import dev.groundplan.describe.Environment;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final Custom OPEN = cluster("open", true);
    private static final Custom OTHER = cluster("other", true);
    private static final Custom CLOSED = cluster("closed", false);

    @Test
    void finding_that_is_meant_to_be_so_stops_nothing() {
        var plan = plan(environment -> platform("shop", environment).with(OPEN).allowing("T13", OPEN, "a workshop"));

        assertThat(plan.render().texts()).isNotEmpty();
    }

    @Test
    void allowance_holds_for_one_part_and_one_check() {
        var plan = plan(
                environment -> platform("shop", environment).with(OPEN, OTHER).allowing("T13", OPEN, "a workshop"));

        assertThatThrownBy(plan::render)
                .message()
                .contains("The API server of `aws_eks_cluster.other`")
                .doesNotContain("aws_eks_cluster.open")
                .endsWith("1 error, so nothing was written.");
    }

    @Test
    void allowance_of_nothing_is_a_finding() {
        var plan =
                plan(environment -> platform("shop", environment).with(CLOSED).allowing("T13", CLOSED, "a workshop"));

        assertThatThrownBy(plan::render).message().matches("""
                error\\[P06] The finding `T13` of the terraform `closed` is allowed, and there is none.
                    at: platform `shop` > allowance of `T13`   \\(AllowanceTest.java:[0-9]+\\)
                    in: staging
                  mend: take the allowance out, or name the part that the finding is at
                   see: docs/checks/P06.md

                1 error, so nothing was written.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P02", "R01", "K01", "K41"})
    void what_could_not_be_written_cannot_be_allowed(String check) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform("shop", STAGING).allowing(check, OPEN, "a workshop"))
                .withMessage(
                        "`%1$s` can't be allowed: what it finds could not be written. Mend the finding,"
                                + " docs/checks/%1$s.md says how.",
                        check);
    }

    @Test
    void allowance_needs_an_id_and_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform("shop", STAGING).allowing("open", OPEN, "a workshop"))
                .withMessage("`open` is no id of a check: write it as the finding does, as in"
                        + " .allowing(\"T13\", cluster, \"…\").");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform("shop", STAGING).allowing("T13", OPEN, " "))
                .withMessage(
                        "The finding `T13` of the terraform `open` is allowed without a reason: say why it is meant to"
                                + " be so.");
    }

    private static Groundplan plan(Description description) {
        return groundplan(description, STAGING);
    }

    private static Custom cluster(String name, boolean isOpen) {
        return terraform(
                name,
                Resource.of("aws_eks_cluster", name)
                        .withBlock("vpc_config", Body.empty().with("endpoint_public_access", isOpen)));
    }
}
