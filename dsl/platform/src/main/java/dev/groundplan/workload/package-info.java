/** Workloads: programs that run in a namespace, and everything that goes with them. */
@CheckReturnValue
@NullMarked
package dev.groundplan.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
