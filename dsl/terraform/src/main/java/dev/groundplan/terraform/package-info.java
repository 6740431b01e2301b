/**
 * The Terraform language as immutable values that print themselves as Terraform JSON.
 *
 * <p>A {@link dev.groundplan.terraform.RootModule} holds {@linkplain dev.groundplan.terraform.Element elements} (resources,
 * outputs, …) by file. An element holds {@linkplain dev.groundplan.terraform.Expression expressions}, made by
 * {@link dev.groundplan.terraform.Expressions} and {@link dev.groundplan.terraform.Operators}, or got from another element:
 * {@code vpc.attribute("id")}. References are kept as data, so nothing here reads text back.
 *
 * <p>Typed bindings of a provider wrap an element: a class extends {@link dev.groundplan.terraform.ResourceBinding}
 * ({@link dev.groundplan.terraform.DataSourceBinding}, {@link dev.groundplan.terraform.EphemeralResourceBinding}, {@link
 * dev.groundplan.terraform.BlockBinding} for a nested block), hands the wrapped value to the constructor, implements {@code
 * rebound}, and writes each {@code withX} as {@code return set("x", value)} and each reader as {@code return read("x")}.
 */
@NullMarked
@CheckReturnValue
package dev.groundplan.terraform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
