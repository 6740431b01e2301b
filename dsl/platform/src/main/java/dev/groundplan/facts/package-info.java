/** What parts say about themselves for checks, for the order in which things are applied, and for the inventory. */
@CheckReturnValue
@NullMarked
package dev.groundplan.facts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
