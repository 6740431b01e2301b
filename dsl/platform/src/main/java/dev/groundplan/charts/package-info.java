/** Helm charts that Flux installs: which one, in which version, with which values. */
@CheckReturnValue
@NullMarked
package dev.groundplan.charts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
