/**
 * Typed bindings of the Terraform provider hashicorp/helm, made from its schema while this package is compiled, and {@link
 * dev.groundplan.terraform.helm.HelmSchema} for the types that have no class here.
 */
@NullMarked
@ProviderBindings(schema = "helm.schema", version = "3.1.1", resources = "helm_release", dataSources = "helm_template")
package dev.groundplan.terraform.helm;

import dev.groundplan.terraform.bindings.ProviderBindings;
import org.jspecify.annotations.NullMarked;
