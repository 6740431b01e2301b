/** How changes reach the platform: repositories on GitHub, and what their workflows may do. */
@CheckReturnValue
@NullMarked
package dev.groundplan.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
