/** What a cluster needs before Flux takes over, made by Terraform: the root module {@code bootstrap}. */
@CheckReturnValue
@NullMarked
package dev.groundplan.flux.bootstrap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
