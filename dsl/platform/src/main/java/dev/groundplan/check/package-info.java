/** What is wrong with a platform, found before anything is written: one class per check. */
@CheckReturnValue
@NullMarked
package dev.groundplan.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
