/**
 * Makes Java classes from a provider's schema while the package that asks for them is compiled.
 *
 * @see dev.groundplan.terraform.bindings.ProviderBindings
 */
@NullMarked
package dev.groundplan.terraform.bindings;

import org.jspecify.annotations.NullMarked;
