/** Parameter Store: where texts and secrets are kept that workloads read. */
@CheckReturnValue
@NullMarked
package dev.groundplan.secrets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
