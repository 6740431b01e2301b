/** The page of each environment that a reviewer reads: what there is, what uses what, who may do what. */
@CheckReturnValue
@NullMarked
package dev.groundplan.inventory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
