/** Asks Terraform's own core about a root module, offline, against providers that live in this JVM. */
@NullMarked
@CheckReturnValue
package dev.groundplan.testing.terraform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
