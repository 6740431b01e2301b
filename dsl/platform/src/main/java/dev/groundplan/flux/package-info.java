/** Flux: what it watches, in which order it applies what, and what it replaces there. */
@CheckReturnValue
@NullMarked
package dev.groundplan.flux;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
