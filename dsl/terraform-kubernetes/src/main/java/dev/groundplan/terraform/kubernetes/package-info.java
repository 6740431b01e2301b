/**
 * Typed bindings of the Terraform provider hashicorp/kubernetes, made from its schema while this package is compiled, and {@link
 * dev.groundplan.terraform.kubernetes.KubernetesSchema} for the types that have no class here.
 */
@NullMarked
@ProviderBindings(
        schema = "kubernetes.schema",
        version = "2.38.0",
        resources = {
            "kubernetes_annotations",
            "kubernetes_config_map_v1",
            "kubernetes_labels",
            "kubernetes_namespace_v1",
            "kubernetes_secret_v1",
            "kubernetes_service_account_v1"
        },
        dataSources = {"kubernetes_config_map_v1", "kubernetes_namespace_v1"})
package dev.groundplan.terraform.kubernetes;

import dev.groundplan.terraform.bindings.ProviderBindings;
import org.jspecify.annotations.NullMarked;
