/** What a platform consists of once every part has said its elements. */
@CheckReturnValue
@NullMarked
package dev.groundplan.expand;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
