/** The quantities, names and addresses of a description; each refuses a value that its grammar does not have. */
@CheckReturnValue
@NullMarked
package dev.groundplan.values;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
