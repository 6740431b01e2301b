package dev.groundplan.testing.terraform;

import static dev.groundplan.testing.terraform.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.testing.RequiresProgram;
import org.junit.jupiter.api.Test;

@RequiresProgram("terraform")
class TerraformCoreTest {

    private static final TerraformCore CORE = TerraformCore.serving(TestSchema.zoo());

    @Test
    void plans_applies_and_then_plans_nothing() {
        try (var module = CORE.open(TestSchema.module("""
                "provider": {"zoo": {"region": "eu-west-2"}},
                "resource": {
                  "zoo_cage": {"lions": {"name": "lions", "tags": {"a": "b"}}},
                  "zoo_animal": {"leo": {"cage_id": "${zoo_cage.lions.id}"}}
                },
                "output": {"issuer": {"value": "${zoo_animal.leo.identity[0].oidc[0].issuer}"}}"""))) {
            assertThat(module.validate()).isEmpty();
            assertThat(module.plan()).onlyCreates("zoo_cage.lions", "zoo_animal.leo");
            assertThat(module.apply()).isEmpty();
            assertThat(module.plan()).isEmpty();
            assertThat(module.state()).contains("https://");
        }
    }
}
