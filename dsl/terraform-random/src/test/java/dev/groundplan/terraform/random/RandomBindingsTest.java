package dev.groundplan.terraform.random;

import static dev.groundplan.terraform.Expressions.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.Body;
import org.junit.jupiter.api.Test;

class RandomBindingsTest {

    @Test
    void an_ephemeral_password_is_described_and_referred_to() {
        var password = EphemeralRandomPassword.of("orders", number(32)).withSpecial(false);
        assertThat(password.element().body())
                .isEqualTo(Body.empty().with("length", 32).with("special", false));
        assertThat(password.result()).hasToString("ephemeral.random_password.orders.result");
    }

    @Test
    void a_type_without_a_class_is_compared_with_the_schema() {
        assertThatThrownBy(() -> {
                    var unused = RandomSchema.resource(
                            "random_pet", "name", Body.empty().with("lenght", 2));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        `random_pet.name` does not fit hashicorp/random 3.9.1:
                          `lenght` is not known. Did you mean `length`?""");
        assertThat(RandomSchema.ephemeralResource(
                                "random_bytes", "key", Body.empty().with("length", 16))
                        .address())
                .hasToString("ephemeral.random_bytes.key");
    }
}
