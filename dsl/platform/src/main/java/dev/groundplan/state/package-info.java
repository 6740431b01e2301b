/** What must exist before Terraform runs for the first time. */
@CheckReturnValue
@NullMarked
package dev.groundplan.state;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
