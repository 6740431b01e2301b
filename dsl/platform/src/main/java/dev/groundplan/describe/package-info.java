/** The words of a description: a platform, its environments, its parts, and what a part expands into. */
@CheckReturnValue
@NullMarked
package dev.groundplan.describe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
