/** CloudFormation templates as immutable values. */
@CheckReturnValue
@NullMarked
package dev.groundplan.cloudformation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
