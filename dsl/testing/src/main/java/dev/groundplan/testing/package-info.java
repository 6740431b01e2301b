/** JUnit 5 and AssertJ kit: what real programs and the committed files say about a rendered platform. */
@NullMarked
@CheckReturnValue
package dev.groundplan.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
