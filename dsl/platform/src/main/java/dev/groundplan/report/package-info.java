/** What a run did, told on the console. */
@CheckReturnValue
@NullMarked
package dev.groundplan.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
