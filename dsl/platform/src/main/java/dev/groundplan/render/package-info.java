/** The elements of a platform as text, in memory. */
@CheckReturnValue
@NullMarked
package dev.groundplan.render;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
