/**
 * Typed bindings of the Terraform provider hashicorp/http, made from its schema while this package is compiled, and {@link
 * dev.groundplan.terraform.http.HttpSchema} for what it accepts as a whole.
 */
@NullMarked
@ProviderBindings(schema = "http.schema", version = "3.5.0", dataSources = "http")
package dev.groundplan.terraform.http;

import dev.groundplan.terraform.bindings.ProviderBindings;
import org.jspecify.annotations.NullMarked;
