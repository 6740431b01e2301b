/** Typed bindings of the Terraform provider hashicorp/random, made from its schema while this package is compiled. */
@NullMarked
@ProviderBindings(
        schema = "random.schema",
        version = "3.9.1",
        resources = {
            "random_bytes",
            "random_id",
            "random_integer",
            "random_password",
            "random_pet",
            "random_shuffle",
            "random_string",
            "random_uuid",
            "random_uuid4",
            "random_uuid7"
        },
        ephemeralResources = {"random_bytes", "random_password"})
package dev.groundplan.terraform.random;

import dev.groundplan.terraform.bindings.ProviderBindings;
import org.jspecify.annotations.NullMarked;
